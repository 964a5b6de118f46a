import { nearest } from "../report/nearest.ts";
import { rules } from "../rules/rules.ts";
import { lintRules } from "./rule-info.ts";

/** Who has a rule. */
export type RuleOwner = "ours" | "redocly" | "spectral";

/** A rule that somebody names to set its level. */
export interface NamedRule {
  rule: string;
  /** Where it is named, such as `redocly.yaml:3:5` or `--rule`. */
  place: string;
  /** Whose rules may be named there. */
  owners: readonly RuleOwner[];
}

/** The names of all rules, by owner. */
export type RuleNames = Readonly<Record<RuleOwner, readonly string[]>>;

/** The rules that need no linter of somebody else; the last is for Spectral alone, which is given one file. */
export const OWN_RULES: readonly string[] = [...rules.map(({ id }) => id), ...lintRules, "error-one-file"];

/** Whether a rule is told apart without loading the linters. */
export function isOwnRule({ rule, owners }: NamedRule): boolean {
  return owners.includes("ours") && OWN_RULES.includes(rule);
}

/** A sentence for each name that no rule has, with the one that may have been meant. */
export function unknownRules(named: readonly NamedRule[], names: RuleNames): string[] {
  return named.flatMap(({ rule, place, owners }) => {
    const known = owners.flatMap((owner) => names[owner]);
    if (known.includes(rule)) return [];
    const [meant] = nearest(rule, known);
    const elsewhere = Object.values(names).some((list) => list.includes(rule));
    const advice = elsewhere
      ? "It is a rule of another linter: set its level in cstar-contract.yaml."
      : meant === undefined
        ? "Correct it, or take it out."
        : `Did you mean \`${meant}\`?`;
    return [`${place} There is no rule \`${rule}\`${elsewhere ? " here" : ""}. ${advice}`];
  });
}
