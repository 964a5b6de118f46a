import { LOWER_BOUNDS, UPPER_BOUNDS } from "./keywords.ts";
import { listOf, type Schema, same, stableText } from "./merge.ts";

/**
 * Whether every value that `after` allows was allowed by `before`, as far as that can be decided keyword by keyword. It errs
 * on the side of no: two patterns, say, are never compared.
 */
export function allowsLess(before: Schema, after: Schema): boolean {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].every((key) => keywordAllowsLess(key, before[key], after[key]));
}

const SETS_OF_VALUES = new Set(["type", "enum"]);

function keywordAllowsLess(key: string, before: unknown, after: unknown): boolean {
  if (same(before, after)) return true;
  if (before === undefined) return key !== "default"; // one more demand
  if (after === undefined) return false;
  if (SETS_OF_VALUES.has(key) && listOf(after).length === 0) return false; // nothing at all is another mistake
  if (key === "type") return listOf(after).every((type) => allowsType(listOf(before), type));
  if (key === "enum") return isSubset(listOf(after), listOf(before));
  if (key === "required") return isSubset(listOf(before), listOf(after));
  if (LOWER_BOUNDS.has(key)) return Number(after) >= Number(before);
  if (UPPER_BOUNDS.has(key)) return Number(after) <= Number(before);
  return false;
}

/** An integer is a number (JSON Schema validation, 6.1.1). */
function allowsType(types: readonly unknown[], type: unknown): boolean {
  return types.includes(type) || (type === "integer" && types.includes("number"));
}

function isSubset(some: readonly unknown[], all: readonly unknown[]): boolean {
  const texts = new Set(all.map((value) => stableText(value)));
  return some.every((value) => texts.has(stableText(value)));
}
