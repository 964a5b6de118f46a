import { memberOf, type Node, nodeAt } from "../document/node.ts";
import { editDistance, nearest } from "../report/nearest.ts";
import { EXTENSION } from "./model/conventions.ts";
import { usualPage } from "./model/doc-url.ts";
import { isText, show } from "./model/json.ts";
import type { Model } from "./model/model.ts";
import type { Rule, RuleFinding } from "./model/rule.ts";

/** Who follows a name has to arrive somewhere. */
export const errorCodeReference: Rule = {
  id: "error-code-reference",
  description: "Every code that an extension or a link names exists.",
  needs: "registry",
  needsWhole: true,
  check(model) {
    if (model.registry === undefined) return [];
    return [...replacements(model), ...splits(model), ...links(model)];
  },
};

/** A retired code may have been replaced by one that was retired later. */
function replacements(model: Model): RuleFinding[] {
  return model.retired.flatMap((entry) => {
    const named = memberOf(entry.value, "replacedBy");
    if (named === undefined) return [];
    const at = nodeAt(entry, ["replacedBy"]);
    return check(model, { named, at, own: memberOf(entry.value, "code"), what: "`replacedBy`" });
  });
}

function splits(model: Model): RuleFinding[] {
  return model.definitions.flatMap(({ code, fact }) => {
    const at = fact(EXTENSION.splitFrom);
    if (at === undefined) return [];
    return check(model, { named: at.value, at, own: code, what: `\`${EXTENSION.splitFrom}\` of ${code}` });
  });
}

function check(
  model: Model,
  { named, at, own, what }: { named: unknown; at: Node; own: unknown; what: string },
): RuleFinding[] {
  const codes = codesOf(model);
  if (named === own)
    return [{ message: `${what} names the code itself. Name another one, or take it out.`, at }];
  if (isText(named) && codes.includes(named)) return [];
  const [meant] = isText(named)
    ? nearest(
        named,
        codes.filter((code) => code !== own),
      )
    : [];
  const advice =
    meant === undefined ? "Name a code of the registry, or a retired one." : `Did you mean ${meant}?`;
  return [{ message: `${what} is ${show(named)}, which is no code. ${advice}`, at }];
}

/** The codes in use and the retired ones: both are words that a program may know. */
function codesOf({ registry, retired }: Model): string[] {
  const old = retired.map((entry) => memberOf(entry.value, "code")).filter((code) => isText(code));
  return [...(registry?.values ?? []), ...old];
}

/**
 * Links in texts to the page of the codes. It may well have other anchors, so only one that is almost a code is a mistake.
 */
function links(model: Model): RuleFinding[] {
  const page = usualPage(model);
  if (!page?.endsWith("#")) return [];
  const codes = codesOf(model);
  const findings: RuleFinding[] = [];
  const visit = (text: string, at: () => Node): void => {
    for (const [, anchor = ""] of text.matchAll(linkTo(page))) {
      if (codes.includes(anchor)) continue;
      const meant = codes.find((code) => editDistance(anchor, code) <= MISTAKES);
      if (meant === undefined) continue;
      findings.push({
        message: `This text links to ${show(`${page}${anchor}`)}, which is no code. Did you mean ${meant}?`,
        at: at(),
      });
    }
  };
  const seen = new Set<object>();
  const places = [
    model.root,
    model.registry?.node,
    model.types?.node,
    ...model.definitions.map(({ node }) => node),
  ];
  for (const start of places) {
    if (start)
      walkTexts(start.value, { keys: [], isText: false, seen }, (text, keys) =>
        visit(text, () => nodeAt(start, keys)),
      );
  }
  return findings;
}

const MISTAKES = 2;

function linkTo(page: string): RegExp {
  return new RegExp(`${page.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}([\\w-]+)`, "g");
}

interface Walk {
  keys: readonly string[];
  /** Whether what is here is said to people. */
  isText: boolean;
  seen: Set<object>;
}

/** Visits every text that people read: titles, summaries, descriptions, and what is below an extension. */
function walkTexts(
  value: unknown,
  { keys, isText, seen }: Walk,
  visit: (text: string, keys: string[]) => void,
): void {
  if (typeof value === "string" && isText) visit(value, [...keys]);
  if (typeof value !== "object" || value === null || seen.has(value)) return;
  seen.add(value);
  for (const [key, member] of Object.entries(value)) {
    const below = isText || key.startsWith("x-") || /^(title|summary|description)$/.test(key);
    walkTexts(member, { keys: [...keys, key], isText: below, seen }, visit);
  }
}
