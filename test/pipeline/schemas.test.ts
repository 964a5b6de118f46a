import { expect, test } from "vitest";
import { checkSchemas } from "../../scripts/schemas.ts";
import { loadTree } from "../../src/document/index.ts";

/** What is said of a schema, wherever in a document it stands. */
function faultsOf(schema: unknown): string[] {
  const document = {
    openapi: "3.1.0",
    paths: { "/x": { get: { parameters: [{ name: "q", in: "query", schema }] } } },
    components: { schemas: { Text: { type: "string" }, X: schema } },
  };
  const tree = loadTree("api.json", () => JSON.stringify(document, null, 2));
  const findings = checkSchemas(tree, document);
  const below = (place: string) =>
    findings
      .filter(({ pointer }) => pointer.startsWith(place))
      .map(({ pointer, message }) => `${pointer.slice(place.length)}: ${message}`);
  for (const finding of findings) {
    expect(finding).toMatchObject({ rule: "schema-keyword", severity: "error", file: "api.json" });
    expect(finding.line).toBeGreaterThan(3);
  }
  expect(below("/paths/~1x/get/parameters/0/schema")).toEqual(below("/components/schemas/X"));
  return below("/components/schemas/X");
}

const unknown = (key: string, meant = "") =>
  `\`${key}\` is no keyword of a schema, and constrains nothing.${meant && ` Did you mean \`${meant}\`?`} Correct or remove it.`;

test.each<[string, schema: unknown, want: string[]]>([
  [
    "a schema with every kind of keyword",
    { type: "string", "x-a": 1, example: "a", externalDocs: { url: "u" } },
    [],
  ],
  [
    "a schema with the keywords of JSON Schema and OpenAPI",
    {
      ...{
        $id: "https://a.example/x",
        $schema: "https://json-schema.org/draft/2020-12/schema",
        $anchor: "a",
      },
      ...{ $comment: "c", $vocabulary: {}, $dynamicAnchor: "b", $dynamicRef: "#b", $defs: { a: {} } },
      ...{ type: ["object", "string"], enum: [1], const: 1, multipleOf: 1, maximum: 1, minimum: 1 },
      ...{ exclusiveMaximum: 1, exclusiveMinimum: 1, maxLength: 1, minLength: 1, pattern: "a" },
      ...{ items: {}, prefixItems: [{}], contains: {}, maxItems: 1, minItems: 1, uniqueItems: true },
      ...{ maxContains: 1, minContains: 1, unevaluatedItems: {}, properties: {}, patternProperties: {} },
      ...{ additionalProperties: {}, propertyNames: {}, unevaluatedProperties: {}, maxProperties: 1 },
      ...{ minProperties: 1, required: ["a"], dependentRequired: { a: ["b"] }, dependentSchemas: { a: {} } },
      ...{ allOf: [{}], anyOf: [{}], oneOf: [{}], not: {}, if: {}, else: {} },
      ...{ title: "t", description: "d", default: 1, deprecated: true, readOnly: true, writeOnly: true },
      ...{
        examples: [1],
        format: "f",
        contentEncoding: "base64",
        contentMediaType: "a/b",
        contentSchema: {},
      },
      ...{ discriminator: { propertyName: "a" }, xml: {}, externalDocs: { url: "u" }, example: 1 },
    },
    [],
  ],
  [
    "a pattern that is no text",
    { pattern: 7 },
    ["/pattern: This value must be string, says JSON Schema. Correct it."],
  ],
  [
    "two faults of one schema, the one that is deeper",
    { minLength: "1", properties: { a: { type: "text" } } },
    [expect.stringMatching(/^\/properties\/a\/type: /) as never],
  ],
  ["a boolean", true, []],
  [
    "what is data and no schema",
    { default: { foo: 1 }, examples: [{ foo: 1 }], enum: [{ foo: 1 }], "x-a": { foo: 1 } },
    [],
  ],
  ["names of properties", { properties: { foo: {} }, patternProperties: { "^a": {} } }, []],
  [
    "a misspelt keyword",
    { type: "string", minLenght: 1 },
    [`/minLenght: ${unknown("minLenght", "minLength")}`],
  ],
  ["a keyword of nobody", { zzz: 1 }, [`/zzz: ${unknown("zzz")}`]],
  [
    "a misspelt keyword beside a reference",
    { $ref: "#/components/schemas/Text", maxLenght: 1 },
    [`/maxLenght: ${unknown("maxLenght", "maxLength")}`],
  ],
  [
    "one within others",
    { allOf: [{ properties: { a: { items: { zzz: 1 } } } }] },
    [`/allOf/0/properties/a/items/zzz: ${unknown("zzz")}`],
  ],
  [
    "a type that is listed twice",
    { type: ["string", "string"] },
    [
      "/type: This value must NOT have duplicate items (items ## 0 and 1 are identical), says JSON Schema. Correct it.",
    ],
  ],
  [
    "a value of the wrong kind beside a reference",
    { $ref: "#/components/schemas/Text", minLength: "1" },
    ["/minLength: This value must be integer, says JSON Schema. Correct it."],
  ],
  [
    "a pattern that is none",
    { properties: { a: { pattern: "[" } } },
    ["/properties/a/pattern: This is no regular expression (Unterminated character class). Correct it."],
  ],
  [
    "a type that is none",
    { items: { type: "text" } },
    [expect.stringMatching(/^\/items\/type: This value must .*, says JSON Schema\. Correct it\.$/) as never],
  ],
])("of %s it says what is wrong, once, where it stands", (_, schema, want) => {
  expect(faultsOf(schema)).toEqual(want);
});
