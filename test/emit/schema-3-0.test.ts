import { expect, test } from "vitest";
import { schemaTo30 } from "../../scripts/emit/schema-3-0.ts";

const NULL = { type: "object", nullable: true, not: { type: "object" } };
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const components: Record<string, unknown> = {
  Id: { title: "Id", description: "An id.", type: "string", pattern: "^a", examples: ["ab"] },
  Both: { type: "object", ...ref("Pet") },
  Pet: { type: "object", properties: { name: { type: "string" } } },
};
const resolve = (target: string) => components[target.slice("#/components/schemas/".length)];

test.each<[string, given: unknown, want: unknown]>([
  ["a type stays", { type: "string" }, { type: "string" }],
  [
    "a type or null is nullable",
    { type: ["string", "null"], minLength: 1 },
    { type: "string", nullable: true, minLength: 1 },
  ],
  ["null alone", { type: "null", description: "None." }, { description: "None.", ...NULL }],
  ["null alone in a list", { type: ["null"] }, NULL],
  ["null as the only value", { const: null }, NULL],
  ["several types", { type: ["string", "integer"] }, { anyOf: [{ type: "string" }, { type: "integer" }] }],
  [
    "several types or null",
    { type: ["string", "null", "integer"] },
    {
      anyOf: [
        { type: "string", nullable: true },
        { type: "integer", nullable: true },
      ],
    },
  ],
  [
    "several types beside a choice",
    { type: ["string", "integer"], anyOf: [{ minimum: 1 }], allOf: [{ maximum: 2 }] },
    {
      anyOf: [{ minimum: 1 }],
      allOf: [{ maximum: 2 }, { anyOf: [{ type: "string" }, { type: "integer" }] }],
    },
  ],
  ["one value", { type: "string", const: "a" }, { type: "string", enum: ["a"] }],
  [
    "one value that is false",
    { type: "boolean", const: false, enum: [false] },
    { type: "boolean", enum: [false] },
  ],
  ["examples", { examples: [1, 2] }, { example: 1 }],
  ["no examples", { examples: [] }, {}],
  ["an example that is null", { examples: [null] }, { example: null }],
  [
    "limits",
    { exclusiveMinimum: 0, exclusiveMaximum: 9 },
    { minimum: 0, exclusiveMinimum: true, maximum: 9, exclusiveMaximum: true },
  ],
  ["bytes", { type: "string", contentEncoding: "base64" }, { type: "string", format: "byte" }],
  [
    "a file",
    { type: "string", contentMediaType: "application/octet-stream" },
    { type: "string", format: "binary" },
  ],
  ["other content", { type: "string", contentMediaType: "text/html" }, { type: "string" }],
  ["a reference", ref("Pet"), ref("Pet")],
  [
    "keys beside a reference",
    { ...ref("Pet"), description: "A pet.", allOf: [ref("Id")] },
    { description: "A pet.", allOf: [ref("Pet"), ref("Id")] },
  ],
  [
    "a simple reference or null",
    { oneOf: [ref("Id"), { type: "null" }], description: "An owner." },
    { type: "string", pattern: "^a", example: "ab", description: "An owner.", nullable: true },
  ],
  [
    "a reference to a reference or null",
    { oneOf: [ref("Both"), { type: "null" }] },
    { oneOf: [ref("Both"), NULL] },
  ],
  [
    "one value or null",
    { oneOf: [{ type: "string", const: "a" }, { type: "null" }] },
    { oneOf: [{ type: "string", enum: ["a"] }, NULL] },
  ],
  [
    "one of several simple schemas or null keeps them all",
    { anyOf: [{ type: "string" }, { type: "integer" }, { type: "null" }] },
    { anyOf: [{ type: "string" }, { type: "integer" }, NULL] },
  ],
  ["an object or null", { oneOf: [ref("Pet"), { type: "null" }] }, { oneOf: [ref("Pet"), NULL] }],
  [
    "several or null",
    { anyOf: [ref("Pet"), { type: "null" }, ref("Id")], title: "T" },
    { title: "T", anyOf: [ref("Pet"), ref("Id"), NULL] },
  ],
  [
    "schemas within, in every place",
    {
      properties: { const: { const: 1 } },
      items: { const: 1 },
      additionalProperties: { const: 1 },
      not: { const: 1 },
      oneOf: [{ const: 1 }],
    },
    {
      properties: { const: { enum: [1] } },
      items: { enum: [1] },
      additionalProperties: { enum: [1] },
      not: { enum: [1] },
      oneOf: [{ enum: [1] }],
    },
  ],
  [
    "data, which is no schema",
    { default: { const: 1 }, enum: [{ const: 1 }], "x-a": { const: 1 } },
    { default: { const: 1 }, enum: [{ const: 1 }], "x-a": { const: 1 } },
  ],
  [
    "booleans",
    { additionalProperties: false, properties: { a: true, b: false } },
    { additionalProperties: false, properties: { a: {}, b: { not: {} } } },
  ],
  ["a demand of nothing", { type: "object", required: [] }, { type: "object" }],
  ["a demand", { type: "object", required: ["a"] }, { type: "object", required: ["a"] }],
  [
    "words that 3.0 lacks",
    {
      $schema: "s",
      $comment: "c",
      $defs: { a: {} },
      if: {},
      propertyNames: {},
      prefixItems: [{}],
      type: "array",
    },
    { type: "array" },
  ],
  // JSON Schema 2020-12, Core and Validation, without what 3.0 has.
  ...[
    ...["$schema", "$id", "$anchor", "$comment", "$defs", "$dynamicRef", "$dynamicAnchor", "$vocabulary"],
    ...["if", "then", "else", "dependentSchemas", "dependentRequired", "patternProperties", "propertyNames"],
    ...["prefixItems", "contains", "minContains", "maxContains", "unevaluatedItems", "unevaluatedProperties"],
    ...["contentSchema", "contentEncoding", "contentMediaType"],
  ].map((word): [string, unknown, unknown] => [
    `${word}, which 3.0 lacks`,
    { type: "string", [word]: {} },
    { type: "string" },
  ]),
  [
    "a simple type or null in a choice",
    { anyOf: [{ type: "null" }, { type: "string", title: "T", description: "D" }], minLength: 1 },
    { type: "string", minLength: 1, nullable: true },
  ],
  ["nothing but null in a choice", { oneOf: [{ type: "null" }] }, { oneOf: [NULL] }],
  ["anything or null in a choice", { oneOf: [true, { type: "null" }] }, { oneOf: [{}, NULL] }],
  [
    "a choice that has no null, before one that has",
    { oneOf: [{ type: "string" }], anyOf: [{ type: "integer" }, { type: "null" }] },
    { oneOf: [{ type: "string" }], type: "integer", nullable: true },
  ],
  ...[
    ...[{ properties: {} }, { allOf: [] }, { oneOf: [] }, { anyOf: [] }, { not: { type: "string" } }],
    ...[{ enum: ["a"] }, { enum: ["a", null] }],
  ].map((more): [string, unknown, unknown] => [
    `a type with ${Object.keys(more)} or null`,
    { oneOf: [{ type: "object", ...more }, { type: "null" }] },
    { oneOf: [{ type: "object", ...more }, NULL] },
  ]),
  ["one limit", { exclusiveMaximum: 9 }, { maximum: 9, exclusiveMaximum: true }],
  [
    "another limit",
    { exclusiveMinimum: 9, maximum: 10 },
    { minimum: 9, exclusiveMinimum: true, maximum: 10 },
  ],
  ["no list of types", { type: [] }, NULL],
  ["a schema that accepts nothing", false, { not: {} }],
  ["what is no schema", "text", {}],
  ["a choice that is none", { oneOf: "x", anyOf: [{ const: 1 }] }, { oneOf: "x", anyOf: [{ enum: [1] }] }],
])("%s", (_, given, want) => {
  expect(schemaTo30(given, resolve)).toEqual(want);
});
