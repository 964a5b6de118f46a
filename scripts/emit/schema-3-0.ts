import { isObject, mapSubschemas, type Schema } from "./schemas.ts";

/** Finds what a `$ref` points at. */
type ResolveRef = (ref: string) => unknown;

/**
 * Accepts null alone: in 3.0, `nullable` counts only beside a `type` (OpenAPI 3.0.3, "Schema Object"). No `enum` of null,
 * because generators leave null out of it, and some then write a choice of nothing.
 */
const NULL: Schema = { type: "object", nullable: true, not: { type: "object" } };

/** Keywords of JSON Schema 2020-12 that constrain a value and that OpenAPI 3.0 lacks. */
export const MISSING_IN_30: readonly string[] = [
  ...["if", "then", "else", "dependentSchemas", "dependentRequired", "patternProperties", "propertyNames"],
  ...["prefixItems", "contains", "minContains", "maxContains", "unevaluatedItems", "unevaluatedProperties"],
];

/** Keywords that OpenAPI 3.0 lacks and that constrain nothing. */
const ANNOTATIONS = [
  ...["$schema", "$id", "$anchor", "$comment", "$defs", "$dynamicRef", "$dynamicAnchor", "$vocabulary"],
  "contentSchema",
];

/** A schema of OpenAPI 3.1 in the words of OpenAPI 3.0.3, which come from an older JSON Schema. */
export function schemaTo30(schema: unknown, resolve: ResolveRef): unknown {
  if (schema === false) return { not: {} };
  if (!isObject(schema)) return {};
  const convert = (inner: unknown) => schemaTo30(inner, resolve);
  const nullable = splitNull(schema);
  if (nullable) return nullableTo30(nullable, resolve);
  const inner = mapSubschemas(schema, convert);
  const { additionalProperties: open } = schema;
  if (typeof open === "boolean") inner.additionalProperties = open; // the only place for a boolean in 3.0
  const steps = [keepKnown, constTo30, exampleTo30, limitsTo30, contentTo30, typesTo30, refTo30];
  return steps.reduce((converted, step) => step(converted), inner);
}

/** A choice between null and something else, apart from it. */
interface NullableChoice {
  key: "oneOf" | "anyOf";
  others: unknown[];
  rest: Schema;
}

function splitNull(schema: Schema): NullableChoice | undefined {
  for (const key of ["oneOf", "anyOf"] as const) {
    const { [key]: choices, ...rest } = schema;
    if (!Array.isArray(choices)) continue;
    const others = choices.filter((one) => !(isObject(one) && one.type === "null"));
    if (others.length < choices.length) return { key, others, rest };
  }
  return undefined;
}

function nullableTo30({ key, others, rest }: NullableChoice, resolve: ResolveRef): unknown {
  const facts = schemaTo30(rest, resolve) as Schema;
  const [only] = others;
  const target = isObject(only) && typeof only.$ref === "string" ? resolve(only.$ref) : only;
  if (others.length === 1 && isObject(target) && isSimple(target)) {
    const { title: _, description: __, ...simple } = schemaTo30(target, resolve) as Schema;
    return { ...simple, ...facts, nullable: true };
  }
  return { ...facts, [key]: [...others.map((one) => schemaTo30(one, resolve)), NULL] };
}

/** Whether a schema can be written in place without a loss: it has one type and names no properties. */
function isSimple(schema: Schema): boolean {
  const compound = ["$ref", "properties", "allOf", "oneOf", "anyOf", "not", "enum", "const"];
  return typeof schema.type === "string" && !compound.some((key) => schema[key] !== undefined);
}

function keepKnown(schema: Schema): Schema {
  const left = [...MISSING_IN_30, ...ANNOTATIONS];
  // A list of nothing demands nothing, and 3.0 has none (OpenAPI 3.0.3 refers to JSON Schema draft 5, 5.4.3).
  const demandsNothing = Array.isArray(schema.required) && schema.required.length === 0;
  if (demandsNothing) left.push("required");
  return Object.fromEntries(Object.entries(schema).filter(([key]) => !left.includes(key)));
}

function constTo30({ const: only, ...schema }: Schema): Schema {
  if (only === undefined) return schema;
  return only === null ? { ...schema, ...NULL } : { ...schema, enum: [only] };
}

function exampleTo30({ examples, ...schema }: Schema): Schema {
  const [first] = Array.isArray(examples) ? examples : [];
  return first === undefined ? schema : { ...schema, example: first };
}

/** In 3.0, `exclusiveMinimum` is a boolean beside `minimum` (JSON Schema draft 4). */
function limitsTo30(schema: Schema): Schema {
  const { exclusiveMinimum, exclusiveMaximum, ...rest } = schema;
  return {
    ...rest,
    ...(typeof exclusiveMinimum === "number" && { minimum: exclusiveMinimum, exclusiveMinimum: true }),
    ...(typeof exclusiveMaximum === "number" && { maximum: exclusiveMaximum, exclusiveMaximum: true }),
  };
}

function contentTo30({ contentEncoding, contentMediaType, ...schema }: Schema): Schema {
  if (contentEncoding === "base64") return { ...schema, format: "byte" };
  return contentMediaType === "application/octet-stream" ? { ...schema, format: "binary" } : schema;
}

function typesTo30(schema: Schema): Schema {
  const { type, ...rest } = schema;
  if (type === "null") return { ...rest, ...NULL };
  if (!Array.isArray(type)) return schema;
  const types = type.filter((one) => one !== "null");
  const nullable = types.length < type.length && { nullable: true };
  const [only] = types;
  if (types.length === 0) return { ...rest, ...NULL };
  if (types.length === 1) return { type: only, ...nullable, ...rest };
  const choice = { anyOf: types.map((one) => ({ type: one, ...nullable })) };
  return rest.anyOf === undefined
    ? { ...rest, ...choice }
    : { ...rest, allOf: [...listOf(rest.allOf), choice] };
}

/** Keys beside a `$ref` are ignored in 3.0 (OpenAPI 3.0.3, "Reference Object"). */
function refTo30(schema: Schema): Schema {
  const { $ref, allOf, ...rest } = schema;
  if ($ref === undefined || Object.keys(schema).length === 1) return schema;
  return { ...rest, allOf: [{ $ref }, ...listOf(allOf)] };
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
