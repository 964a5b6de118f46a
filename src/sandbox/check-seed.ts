import type { ShapeOf } from "../conformance/index.ts";
import type { RequestBody, SandboxFacts } from "./facts.ts";
import { CATEGORY, resources } from "./resources/index.ts";
import { SEEDED, type Seed, type SeedRow } from "./seed-data.ts";
import { issuesOf } from "./validate.ts";

/**
 * Reads a seed that somebody wrote.
 * @throws RangeError in a sentence that names the first field that is wrong.
 */
export function checkSeed(value: unknown, facts: SandboxFacts, shapeOf: ShapeOf): Seed {
  const known = ["categories", ...SEEDED];
  if (!isObject(value)) throw new RangeError(`A seed is an object with lists: ${known.join(", ")}.`);
  const other = Object.keys(value).find((name) => !known.includes(name));
  if (other !== undefined) {
    throw new RangeError(`A seed has no ${JSON.stringify(other)}; it may have ${known.join(", ")}.`);
  }
  const check: Check = { facts, shapeOf, taken: new Set() };
  for (const [where, id] of items("categories", value.categories, "a seed")) {
    if (typeof id !== "string") throw new RangeError(`${where} of the seed must be a UUID.`);
    take(check, { where, holder: CATEGORY, value: id });
  }
  for (const segment of SEEDED) {
    for (const [where, row] of items(segment, value[segment], "a seed"))
      checkRow(check, segment, [where, row]);
  }
  return value;
}

interface Check {
  facts: SandboxFacts;
  shapeOf: ShapeOf;
  /** Values that only one resource may have, each with the field that holds it. */
  taken: Set<string>;
}

/** The items of a list, each with its place; none when there is no list. */
function items(where: string, list: unknown, holder = "the seed"): [where: string, item: unknown][] {
  if (list === undefined) return [];
  if (!Array.isArray(list)) throw new RangeError(`${where} of ${holder} must be a list.`);
  return list.map((item, index) => [`${where}[${index}]`, item]);
}

function checkRow(check: Check, segment: string, [where, row]: [where: string, row: unknown]): void {
  if (!isObject(row)) throw new RangeError(`${where} of the seed must be an object.`);
  const { operations } = check.facts;
  const create = operations.find(({ method, path }) => method === "POST" && path.endsWith(`/${segment}`));
  if (create?.body) checkFields(check, { segment, where, row, body: create.body });
  for (const message of items(`${where}.messages`, row.messages)) checkRow(check, "messages", message);
}

interface CheckedRow {
  segment: string;
  where: string;
  row: SeedRow;
  /** What creates such a row. */
  body: RequestBody;
}

function checkFields(check: Check, { segment, where, row, body }: CheckedRow): void {
  const { id, messages, ...input } = row;
  const [issue] = issuesOf(check.shapeOf(body.schema), input);
  if (issue) {
    throw new RangeError(`${[where, ...issue.path].join(".")} of the seed ${issue.message}.`);
  }
  const kind = resources[segment]?.kind ?? segment;
  checkId(check, { segment, where: `${where}.id`, id });
  take(check, { where: `${where}.id`, holder: kind, value: id });
  for (const { field, ignoreCase } of body.unique) {
    const given = input[field];
    const value = ignoreCase && typeof given === "string" ? given.toLowerCase() : given;
    take(check, { where: `${where}.${field}`, holder: `${field} of ${kind}`, value });
  }
  for (const { field, to } of body.references) {
    const value = input[field];
    if (value === undefined || check.taken.has(keyOf(to, value))) continue;
    throw new RangeError(
      `${where}.${field} of the seed is ${JSON.stringify(value)}, and no ${to} before it has that id.`,
    );
  }
}

function checkId(
  { facts, shapeOf }: Check,
  { segment, where, id }: { segment: string; where: string; id: unknown },
): void {
  const item = facts.operations.find(
    ({ method, path }) => method === "GET" && path.includes(`/${segment}/{`),
  );
  const schema = item?.parameters.find((one) => one.in === "path" && one.name !== "teamId")?.schema;
  if (id === undefined || schema === undefined || shapeOf(schema).fits(id)) return;
  throw new RangeError(`${where} of the seed is ${JSON.stringify(id)}, which is not an id of that kind.`);
}

/** @throws RangeError when another resource has the value already. */
function take(
  { taken }: Check,
  { where, holder, value }: { where: string; holder: string; value: unknown },
): void {
  if (value === undefined) return;
  if (taken.has(keyOf(holder, value))) {
    throw new RangeError(`${where} of the seed is ${JSON.stringify(value)}, which another one has already.`);
  }
  taken.add(keyOf(holder, value));
}

function keyOf(holder: string, value: unknown): string {
  return JSON.stringify([holder, value]);
}

function isObject(value: unknown): value is SeedRow {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
