/** A schema as JSON: an object, or one of the two that accept everything or nothing. */
export type Schema = Record<string, unknown>;

// The keywords of JSON Schema 2020-12 whose values are schemas, in each of the three forms.
export const SINGLE: readonly string[] = [
  ...["items", "additionalProperties", "not", "if", "then", "else", "contains", "propertyNames"],
  ...["contentSchema", "unevaluatedItems", "unevaluatedProperties"],
];
export const LISTS: readonly string[] = ["allOf", "oneOf", "anyOf", "prefixItems"];
export const MAPS: readonly string[] = ["properties", "patternProperties", "dependentSchemas", "$defs"];

/** Makes something else of a schema, which stands at `keys`. */
export type MapSchema = (schema: unknown, keys: string[]) => unknown;

/** A copy of a schema with each schema directly inside it replaced by what `map` makes of it; keys are relative. */
export function mapSubschemas(schema: Schema, map: MapSchema): Schema {
  const mapped = Object.entries(schema).map(([key, value]) => {
    if (SINGLE.includes(key)) return [key, map(value, [key])];
    if (LISTS.includes(key) && Array.isArray(value)) {
      return [key, value.map((one, index) => map(one, [key, `${index}`]))];
    }
    if (MAPS.includes(key) && isObject(value)) return [key, mapValues(value, [key], map)];
    return [key, value];
  });
  return Object.fromEntries(mapped);
}

// The keys of OpenAPI whose members have names that somebody chose: one of them may be `schema`, or begin with `x-`.
const NAMED = [
  ...["paths", "webhooks", "pathItems", "responses", "parameters", "headers", "requestBodies", "callbacks"],
  ...["content", "encoding", "links", "securitySchemes", "variables"],
];

/** A copy of an OpenAPI document with each outermost schema replaced by what `map` makes of it. */
export function mapSchemas(document: Schema, map: MapSchema): Schema {
  const visit: MapSchema = (value, keys) => {
    if (Array.isArray(value)) return value.map((item, index) => visit(item, [...keys, `${index}`]));
    if (!isObject(value)) return value;
    const mapped = Object.entries(value).map(([key, member]) => {
      const at = [...keys, key];
      if (key.startsWith("x-") || key === "example" || key === "examples") return [key, member];
      if (key === "schema") return [key, map(member, at)];
      if (key === "schemas" && isObject(member)) return [key, mapValues(member, at, map)];
      if (NAMED.includes(key) && isObject(member)) return [key, mapValues(member, at, visit)];
      return [key, visit(member, at)];
    });
    return Object.fromEntries(mapped);
  };
  return visit(document, []) as Schema;
}

export function isObject(value: unknown): value is Schema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function mapValues(object: Schema, keys: string[], map: MapSchema): Schema {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, map(value, [...keys, key])]));
}
