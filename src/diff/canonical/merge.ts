import { LOWER_BOUNDS, SETS, TEXTS, UPPER_BOUNDS } from "./keywords.ts";
import { originsOf, withOrigins } from "./origin.ts";

/** A schema without references, as plain data. */
export type Schema = Readonly<Record<string, unknown>>;

/**
 * The schema that demands what both schemas demand, as `allOf` means it. Words and defaults of `b` win: it stands later
 * and is the more specific one. What cannot be merged into one keyword stays as an `allOf` of its own.
 */
export function mergeSchemas(a: Schema, b: Schema): Schema {
  const merged: Record<string, unknown> = { ...a };
  const rest: Schema[] = [];
  for (const [key, value] of Object.entries(b)) {
    if (!Object.hasOwn(a, key)) merged[key] = value;
    else {
      const both = mergeKeyword(key, a[key], value);
      if (both) merged[key] = both.value;
      else rest.push({ [key]: value });
    }
  }
  if (rest.length > 0) merged.allOf = [...listOf(merged.allOf), ...rest];
  return withOrigins(merged, [...originsOf(a), ...originsOf(b)]);
}

/** One keyword that both schemas have; undefined when no single value says both. */
function mergeKeyword(key: string, a: unknown, b: unknown): { value: unknown } | undefined {
  if (TEXTS.has(key) || key === "default") return { value: b };
  if (same(a, b)) return { value: a };
  if (key === "properties") return { value: mergeProperties(a as Schema, b as Schema) };
  if (key === "required" || key === "allOf") return { value: unique([...listOf(a), ...listOf(b)]) };
  if (key === "type") return { value: commonTypes(listOf(a), listOf(b)) };
  if (key === "enum") {
    const texts = new Set(listOf(b).map((item) => stableText(item)));
    return { value: listOf(a).filter((item) => texts.has(stableText(item))) };
  }
  if (LOWER_BOUNDS.has(key)) return { value: Math.max(Number(a), Number(b)) };
  if (UPPER_BOUNDS.has(key)) return { value: Math.min(Number(a), Number(b)) };
  if (key === "items" || key === "additionalProperties") return { value: mergeSubschemas(a, b) };
  if (typeof b === "boolean") return { value: a || b }; // deprecated, readOnly, uniqueItems …
  return undefined;
}

function mergeProperties(a: Schema, b: Schema): Schema {
  const merged: Record<string, unknown> = { ...a };
  for (const [name, schema] of Object.entries(b)) {
    merged[name] = Object.hasOwn(a, name) ? mergeSubschemas(a[name], schema) : schema;
  }
  return merged;
}

/** `false` allows nothing (JSON Schema core, 4.3.2). */
function mergeSubschemas(a: unknown, b: unknown): unknown {
  if (a === false || b === false) return false;
  return mergeSchemas(a as Schema, b as Schema);
}

/** An integer is a number (JSON Schema validation, 6.1.1). */
function commonTypes(a: readonly unknown[], b: readonly unknown[]): unknown[] {
  const allows = (types: readonly unknown[], type: unknown) =>
    types.includes(type) || (type === "integer" && types.includes("number"));
  return unique([...a.filter((type) => allows(b, type)), ...b.filter((type) => allows(a, type))]);
}

/** A value as a list: a list as it is, nothing as an empty one, anything else as a list of one. */
export function listOf(value: unknown): readonly unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

/** The members of a set, each once, in an order that does not depend on how it is written. */
export function unique(list: readonly unknown[]): unknown[] {
  const byText = new Map(list.map((item) => [stableText(item), item]));
  return [...byText.keys()].sort().map((text) => byText.get(text));
}

export function same(a: unknown, b: unknown): boolean {
  return stableText(a) === stableText(b);
}

/** JSON in which neither the order of keys nor that of a set shows, so that equal schemas have equal texts. */
export function stableText(value: unknown, key = ""): string {
  if (Array.isArray(value)) {
    const items = value.map((item) => stableText(item));
    return `[${(SETS.has(key) ? items.sort() : items).join(",")}]`;
  }
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${stableText(member, name)}`).join(",")}}`;
}
