import type { Finding } from "../report/finding.ts";

/** What a finding of a rule is to be. */
export const LEVELS_OF_RULES = ["off", "warning", "error"] as const;
export type RuleLevel = (typeof LEVELS_OF_RULES)[number];

/** The level that each rule is given; what a rule itself says, where it is given none. */
export type Levels = Readonly<Record<string, RuleLevel>>;

/** Findings with the levels that their rules are given; those of a rule that is off are gone. */
export function applyLevels(findings: readonly Finding[], levels: Levels): Finding[] {
  return findings.flatMap((finding) => {
    const level = Object.hasOwn(levels, finding.rule) ? levels[finding.rule] : undefined;
    if (level === undefined) return [finding];
    return level === "off" ? [] : [{ ...finding, severity: level }];
  });
}
