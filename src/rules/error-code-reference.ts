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
    const { registry, retired } = model;
    if (registry === undefined) return [];
    // Retired codes are words that programs know as well as those in use.
    const codes = [
      ...registry.values,
      ...retired.map((entry) => memberOf(entry.value, "code")).filter(isText),
    ];
    return [...replacements(model, codes), ...splits(model, codes), ...links(model, codes)];
  },
};

/** A retired code may have been replaced by one that was retired later. */
function replacements({ retired }: Model, codes: readonly string[]): RuleFinding[] {
  return retired.flatMap((entry) => {
    const named = memberOf(entry.value, "replacedBy");
    if (named === undefined) return [];
    const at = nodeAt(entry, ["replacedBy"]);
    return check(codes, { named, at, own: memberOf(entry.value, "code"), what: "`replacedBy`" });
  });
}

function splits({ definitions }: Model, codes: readonly string[]): RuleFinding[] {
  return definitions.flatMap(({ code, fact }) => {
    const at = fact(EXTENSION.splitFrom);
    if (at === undefined) return [];
    return check(codes, { named: at.value, at, own: code, what: `\`${EXTENSION.splitFrom}\` of ${code}` });
  });
}

function check(
  codes: readonly string[],
  { named, at, own, what }: { named: unknown; at: Node; own: unknown; what: string },
): RuleFinding[] {
  if (named === own)
    return [{ message: `${what} names the code itself. Name another one, or take it out.`, at }];
  if (codes.some((code) => code === named)) return [];
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

/**
 * Links in texts to the page of the codes. It may well have other anchors, so only one that is almost a code is a mistake.
 */
function links(model: Model, codes: readonly string[]): RuleFinding[] {
  const page = usualPage(model);
  if (!page?.endsWith("#")) return [];
  return textsOf(model).flatMap((at) =>
    anchorsIn(String(at.value), page).flatMap((anchor) => {
      const meant = codes.includes(anchor) ? undefined : almost(anchor, codes);
      if (meant === undefined) return [];
      const message = `This text links to ${show(`${page}${anchor}`)}, which is no code. Did you mean ${meant}?`;
      return [{ message, at }];
    }),
  );
}

const MISTAKES = 2;

function almost(anchor: string, codes: readonly string[]): string | undefined {
  return nearest(anchor, codes).find((code) => editDistance(anchor, code) <= MISTAKES);
}

/** What follows each mention of the page. */
function anchorsIn(text: string, page: string): string[] {
  const [, ...rests] = text.split(page);
  return rests.map((rest) => rest.replace(/[^\w-].*/s, ""));
}

/** Every text that people read, in all files: titles, summaries, descriptions, and what is below an extension. */
function textsOf({ reader, root }: Model): Node[] {
  const texts: Node[] = [];
  const seen = new Set<unknown>();
  const starts = [root];
  const visit = (node: Node, isText: boolean): void => {
    if (typeof node.value === "string") {
      if (isText) texts.push(node);
      return;
    }
    if (seen.has(node.value)) return;
    seen.add(node.value);
    const target = reader.target(node);
    if (target) starts.push(target); // it may be in another file, or in a part that is not visited otherwise
    for (const [key, value] of Object.entries(node.value ?? {})) {
      visit(nodeAt(node, [key], value), isText || /^(x-.*|title|summary|description)$/.test(key));
    }
  };
  for (const start of starts) visit(start, false);
  return texts;
}
