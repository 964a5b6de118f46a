import { expect, test } from "vitest";
import { schemaTo30 } from "../../scripts/emit/schema-3-0.ts";

const NULL = { type: "object", nullable: true, not: { type: "object" } };
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const components: Record<string, unknown> = {
  Id: { title: "Id", description: "An id.", type: "string", pattern: "^a", examples: ["ab"] },
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
])("%s", (_, given, want) => {
  expect(schemaTo30(given, resolve)).toEqual(want);
});
