import { APPLIES_TO, RETRY_RULES } from "../contract/contract.ts";
import { memberOf, nameOf, nodeAt } from "../document/node.ts";
import { listed } from "../report/words.ts";
import { conditionsOf } from "./model/applies-to.ts";
import type { CodeDefinition } from "./model/codes.ts";
import { EXTENSION, FIELD } from "./model/conventions.ts";
import { isObject, isText, show } from "./model/json.ts";
import type { Model } from "./model/model.ts";
import type { Rule, RuleFinding } from "./model/rule.ts";

interface FieldRequirement {
  key: string;
  expected: string;
  holds(value: unknown): boolean;
  /** Of a list: whether an item is as it should be, and what to do where it is not. */
  item?: { holds(value: unknown): boolean; advice: string };
}

const isTextList = (value: unknown): boolean =>
  Array.isArray(value) && value.length > 0 && value.every(isText);

const REQUIREMENTS: readonly FieldRequirement[] = [
  { key: "title", expected: "a short title", holds: isText },
  { key: "description", expected: "a description", holds: isText },
  {
    key: EXTENSION.causes,
    expected: "a list with at least one cause",
    holds: isTextList,
    item: { holds: isText, advice: "Name a cause, or remove the item" },
  },
  {
    key: EXTENSION.fixes,
    expected: "a list with at least one fix",
    holds: isTextList,
    item: { holds: isText, advice: "Name a fix, or remove the item" },
  },
  {
    key: EXTENSION.retry,
    expected: `one of ${RETRY_RULES.join(", ")}`,
    holds: (value) => RETRY_RULES.some((rule) => rule === value),
  },
  {
    key: EXTENSION.since,
    expected: "the version that introduced it, such as 1.0.0",
    holds: (value) => typeof value === "string" && /^\d+\.\d+\.\d+(-[\w.-]+)?$/.test(value),
  },
];

/** Demanded of every code as soon as one has it. */
const SHARED_REQUIREMENTS: readonly FieldRequirement[] = [
  {
    key: EXTENSION.status,
    expected: "its HTTP status, 400 to 599",
    holds: (value) => Number.isInteger(value) && Number(value) >= 400 && Number(value) <= 599,
  },
  {
    key: EXTENSION.appliesTo,
    expected: `a list out of ${APPLIES_TO.join(", ")}`,
    holds: (value) => conditionsOf(value) !== undefined,
    item: {
      holds: (value) => conditionsOf([value]) !== undefined,
      advice: `Use one of ${APPLIES_TO.join(", ")}`,
    },
  },
  { key: EXTENSION.actor, expected: "who must act", holds: isText },
];

/** The schema of a code tells everything that a page about it needs. */
export const errorCatalogComplete: Rule = {
  id: "error-catalog-complete",
  description: "Every code has a title, a description, a cause, a fix, a retry rule and a version.",
  needs: "envelope",
  check(model) {
    const { definitions } = model;
    const has = ({ key }: FieldRequirement): boolean =>
      definitions.some(({ fact }) => fact(key) !== undefined);
    const requirements = [...REQUIREMENTS, ...SHARED_REQUIREMENTS.filter(has)];
    // Titles and descriptions are in any schema; only the extensions show that a document keeps a catalog.
    if (!requirements.some((one) => one.key.startsWith("x-") && has(one))) return types(model);
    return [...definitions.flatMap((definition) => missing(definition, requirements)), ...types(model)];
  },
};

function missing({ code, factAt }: CodeDefinition, requirements: readonly FieldRequirement[]): RuleFinding[] {
  return requirements
    .filter(({ key, holds }) => !holds(factAt(key).value))
    .map(({ key, expected, item }) => {
      const at = factAt(key);
      const items: unknown[] = Array.isArray(at.value) ? at.value : [];
      for (const [index, value] of items.entries()) {
        if (item === undefined || item.holds(value)) continue;
        const message = `The code ${code} has ${show(value)} as item ${index + 1} of its \`${key}\`. ${item.advice}.`;
        return { message, at: nodeAt(at, [index], value) };
      }
      const found = Array.isArray(at.value) && items.length === 0 ? "an empty list" : show(at.value);
      return { message: `The code ${code} has ${found} as its \`${key}\`. Give ${expected}.`, at };
    });
}

/** Where types have a catalog of their own, it has an entry for each type. */
function types({ types: list, reader, definitions }: Model): RuleFinding[] {
  if (list === undefined) return [];
  const catalog = reader.get(list.node, EXTENSION.types);
  if (catalog === undefined) return [];
  const absent = [...list.values].flatMap((type) => {
    const entry = memberOf(catalog.value, type);
    const wanting = ["title", "description", "fix"].filter((key) => !isText(memberOf(entry, key)));
    if (wanting.length === 0) return [];
    const what = isObject(entry) ? `lacks ${listed(wanting)}` : `has no entry in \`${EXTENSION.types}\``;
    const advice = isObject(entry) && wanting.length > 1 ? "Add them." : "Add it.";
    return [{ message: `The type ${type} ${what}. ${advice}`, at: nodeAt(catalog, [type]) }];
  });
  // A type that codes have is missing from the list, which error-type-matches-status says.
  const used = new Set([...list.values, ...definitions.map((one) => one.constant(FIELD.type)?.value)]);
  const unknown = reader
    .children(catalog)
    .filter((entry) => !used.has(nameOf(entry)))
    .map((at) => ({
      message: `The type ${nameOf(at)} is described here, but not listed. Remove it, or list it.`,
      at,
    }));
  return [...absent, ...unknown];
}
