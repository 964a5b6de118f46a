import { fromPointer, valueAt } from "../../../src/contract/index.ts";
import type { Bundle } from "../../../src/lint/index.ts";

type Schema = Record<string, unknown>;

/**
 * A small value that fits a schema of the bundle: its own example, else its required properties, else the first
 * property that has an example.
 */
export function sampleOf(bundle: Bundle, schema: unknown): unknown {
  const levels = levelsOf(bundle, schema);
  const own = firstDefined(levels.map(ownExample));
  if (own !== undefined) return own;
  const properties = Object.assign({}, ...levels.map(({ properties }) => properties)) as Schema;
  const required = [...new Set(levels.flatMap(({ required }) => (Array.isArray(required) ? required : [])))];
  const names = required.length > 0 ? required.map(String) : Object.keys(properties).slice(0, 1);
  if (names.length === 0) return sampleOfType(levels);
  return Object.fromEntries(names.map((name) => [name, sampleOf(bundle, properties[name])]));
}

/** The schema with its `$ref` and `allOf`, outermost first. */
function levelsOf(bundle: Bundle, schema: unknown, depth = 0): Schema[] {
  if (typeof schema !== "object" || schema === null || depth > 20) return [];
  const { $ref, allOf, ...own } = schema as Schema;
  const target = typeof $ref === "string" ? valueAt(bundle, fromPointer($ref.slice(1))) : undefined;
  const parts = Array.isArray(allOf) ? allOf : [];
  return [own, ...[target, ...parts].flatMap((part) => levelsOf(bundle, part, depth + 1))];
}

function ownExample({ const: constant, examples, example, default: preset, enum: words }: Schema): unknown {
  return firstDefined([constant, first(examples), example, preset, first(words)]);
}

function sampleOfType(levels: Schema[]): unknown {
  const type = firstDefined(levels.map((level) => first(level.type) ?? level.type));
  if (type === "integer" || type === "number") return 1;
  if (type === "boolean") return true;
  if (type === "array") return [];
  return type === "object" ? {} : "…";
}

function first(list: unknown): unknown {
  return Array.isArray(list) ? list[0] : undefined;
}

function firstDefined(values: unknown[]): unknown {
  return values.find((value) => value !== undefined);
}
