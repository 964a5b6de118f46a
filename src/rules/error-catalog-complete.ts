import { conditionsOf } from "./model/applies-to.ts";
import type { CodeDefinition } from "./model/codes.ts";
import { APPLIES_TO, EXTENSION, RETRY_RULES } from "./model/conventions.ts";
import { isObject, isText, listed, member, show } from "./model/json.ts";
import type { Model } from "./model/model.ts";
import type { Rule, RuleFinding } from "./model/rule.ts";
import { nameOf, spot } from "./model/tree.ts";

interface Demand {
  key: string;
  expected: string;
  holds(value: unknown): boolean;
}

const isTextList = (value: unknown): boolean =>
  Array.isArray(value) && value.length > 0 && value.every(isText);

const DEMANDS: readonly Demand[] = [
  { key: "title", expected: "a short title", holds: isText },
  { key: "description", expected: "a description", holds: isText },
  { key: EXTENSION.causes, expected: "a list with at least one cause", holds: isTextList },
  { key: EXTENSION.fixes, expected: "a list with at least one fix", holds: isTextList },
  {
    key: EXTENSION.retry,
    expected: `one of ${RETRY_RULES.join(", ")}`,
    holds: (value) => RETRY_RULES.some((rule) => rule === value),
  },
  {
    key: EXTENSION.since,
    expected: "the version that brought it, such as 1.0.0",
    holds: (value) => typeof value === "string" && /^\d+\.\d+\.\d+(-[\w.-]+)?$/.test(value),
  },
];

/** Demanded of every code as soon as one has it. */
const SHARED_DEMANDS: readonly Demand[] = [
  {
    key: EXTENSION.status,
    expected: "its HTTP status, 400 to 599",
    holds: (value) => Number.isInteger(value) && Number(value) >= 400 && Number(value) <= 599,
  },
  {
    key: EXTENSION.appliesTo,
    expected: `a list out of ${APPLIES_TO.join(", ")}`,
    holds: (value) => conditionsOf(value) !== undefined,
  },
  { key: EXTENSION.actor, expected: "who must act", holds: isText },
];

/** The schema of a code tells everything that a page about it needs. */
export const errorCatalogComplete: Rule = {
  id: "error-catalog-complete",
  description: "Every code has a title, a description, a cause, a fix, a retry rule and a version.",
  check(model) {
    const { definitions } = model;
    const has = ({ key }: Demand): boolean => definitions.some(({ fact }) => fact(key) !== undefined);
    const shared = SHARED_DEMANDS.filter(has);
    // Titles and descriptions are in any schema; only the extensions show that a document keeps a catalog.
    if (shared.length === 0 && !DEMANDS.some((demand) => demand.key.startsWith("x-") && has(demand))) {
      return types(model);
    }
    const demands = [...DEMANDS, ...shared];
    return [...definitions.flatMap((definition) => missing(definition, demands)), ...types(model)];
  },
};

function missing({ code, fact, factAt }: CodeDefinition, demands: readonly Demand[]): RuleFinding[] {
  return demands
    .filter(({ key, holds }) => !holds(fact(key)?.value))
    .map(({ key, expected }) => ({
      message: `The code ${code} has ${show(fact(key)?.value)} as its \`${key}\`. Give ${expected}.`,
      at: factAt(key),
    }));
}

/** Where types have a catalog of their own, it has an entry for each type. */
function types({ types: list, tree }: Model): RuleFinding[] {
  const catalog = list && tree.get(list.node, EXTENSION.types);
  if (list === undefined || catalog === undefined) return [];
  const absent = [...list.values].flatMap((type) => {
    const entry = member(catalog.value, type);
    const wanting = ["title", "description", "fix"].filter((key) => !isText(member(entry, key)));
    if (wanting.length === 0) return [];
    const what = isObject(entry) ? `lacks ${listed(wanting)}` : `has no entry in \`${EXTENSION.types}\``;
    return [{ message: `The type ${type} ${what}. Add it.`, at: spot(catalog, [type]) }];
  });
  const unknown = tree
    .children(catalog)
    .filter((entry) => !list.values.has(nameOf(entry)))
    .map((at) => ({
      message: `${nameOf(at)} is described here, but is no type. Remove it, or list it.`,
      at,
    }));
  return [...absent, ...unknown];
}
