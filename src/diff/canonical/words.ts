import { SCHEMA_LISTS, SCHEMA_MAPS, SUBSCHEMAS, TEXTS } from "./keywords.ts";
import type { Schema } from "./merge.ts";

/** The words of a schema itself. */
export function textOf({ title, description }: Schema): string {
  return [title, description].filter((text) => typeof text === "string").join("\n\n");
}

/** The schema without the words in it, at any depth. */
export function withoutWords(schema: Schema): Schema {
  const entries = Object.entries(schema).flatMap(([key, value]): [string, unknown][] => {
    if (TEXTS.has(key)) return [];
    if (SCHEMA_MAPS.has(key)) return [[key, mapValues(value as Schema, clean)]];
    if (SCHEMA_LISTS.has(key) && Array.isArray(value)) return [[key, value.map(clean)]];
    return [[key, SUBSCHEMAS.has(key) ? clean(value) : value]];
  });
  return Object.fromEntries(entries);
}

function clean(value: unknown): unknown {
  return typeof value === "object" && value !== null ? withoutWords(value as Schema) : value;
}

function mapValues(object: Schema, change: (value: unknown) => unknown): Schema {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));
}
