import { describe, expect, test } from "vitest";
import { differ, handed, media, PLACES, schemaOf } from "./small-api.ts";
import type { Json } from "./support.ts";

const ref = (name: string, siblings: Json = {}) => ({ $ref: `#/components/schemas/${name}`, ...siblings });
const object = (properties: Json, more: Json = {}) => ({ type: "object", properties, ...more });
const text = { type: "string" };
const both = (...allOf: Json[]) => ({ allOf });

describe("two schemas are the same that", () => {
  test.each<[how: string, one: Json, other: Json]>([
    ["allow everything", {}, true],
    ["allow nothing", false, { not: {} }],
    ["have one value", { const: "a" }, { enum: ["a"] }],
    ["have null as a value", { const: null }, { enum: [null], type: "null" }],
    ["say the type of their values", { enum: ["a"] }, { type: "string", enum: ["a"] }],
    ["say the type of whole numbers", { enum: [1] }, { type: "integer", enum: [1] }],
    ["say that whole numbers are numbers", { type: "number", enum: [1] }, { type: ["number"], enum: [1] }],
    ["say the type of fractions", { enum: [1.5] }, { type: "number", enum: [1.5] }],
    [
      "say the type of flags, lists and objects",
      { enum: [true, [1], { a: 1 }] },
      { type: ["array", "boolean", "object"], enum: [true, [1], { a: 1 }] },
    ],
    ...Object.entries({
      pattern: "^a",
      format: "uuid",
      minLength: 1,
      maxLength: 9,
      minimum: 1,
      maximum: 3,
    }).map(([key, value]): [string, Json, Json] => [
      `have values to which a ${key} adds nothing`,
      { enum: ["a"] },
      { enum: ["a"], [key]: value },
    ]),
    ["have a choice of one", text, { oneOf: [text] }],
    ["have any of one", text, { anyOf: [text] }],
    ["have all of one", text, { allOf: [text] }],
    ["may be null", { type: ["string", "null"] }, { oneOf: [text, { type: "null" }] }],
    ["may be null, which stands first", { type: ["string", "null"] }, { anyOf: [{ type: "null" }, text] }],
    ["may be null or a value", { enum: ["a", null] }, { oneOf: [{ enum: ["a"] }, { type: "null" }] }],
    [
      "may be null or one of several types",
      { type: ["string", "integer", "null"] },
      { oneOf: [{ type: ["integer", "string"] }, { type: "null" }] },
    ],
    ["have one type", text, { type: ["string"] }],
    ["have types in another order", { type: ["string", "null"] }, { type: ["null", "string"] }],
    ["name a type twice", { type: ["string", "null"] }, { type: ["string", "null", "string"] }],
    ["have values in another order", { enum: ["a", "b"] }, { enum: ["b", "a"] }],
    ["have a value twice", { enum: ["a", "b"] }, { enum: ["a", "b", "a"] }],
    ["need fields in another order", { required: ["a", "b"] }, { required: ["b", "a"] }],
    [
      "have alternatives in another order",
      { oneOf: [text, { type: "integer" }] },
      { oneOf: [{ type: "integer" }, text] },
    ],
    [
      "have an alternative twice",
      { anyOf: [text, { type: "integer" }] },
      { anyOf: [text, { type: "integer" }, text] },
    ],
    ["have keywords in another order", { type: "string", maxLength: 3 }, { maxLength: 3, type: "string" }],
    ...["deprecated", "readOnly", "writeOnly", "uniqueItems"].map((key): [string, Json, Json] => [
      `say that ${key} is false`,
      text,
      { ...text, [key]: false },
    ]),
    ...["minLength", "minItems", "minProperties"].map((key): [string, Json, Json] => [
      `have a ${key} of zero`,
      {},
      { [key]: 0 },
    ]),
    ["need no field", {}, { required: [] }],
    ["demand nothing together", {}, { allOf: [] }],
    ["have no property", {}, { properties: {} }],
    ["name no pattern of properties", {}, { patternProperties: {}, dependentSchemas: {} }],
    ["are open", {}, { additionalProperties: true, unevaluatedProperties: true, items: true }],
    ["are open to any schema", {}, { additionalProperties: {}, unevaluatedProperties: {}, items: {} }],
    [
      "have an example",
      text,
      { ...text, example: "a", examples: ["b"], externalDocs: { url: "/" }, xml: {} },
    ],
    ["have a discriminator", text, { ...text, discriminator: { propertyName: "a" } }],
    [
      "have names and remarks",
      text,
      { ...text, $comment: "c", $id: "i", $anchor: "a", $schema: "s", $defs: {}, $dynamicAnchor: "d" },
    ],
    ["have keys of one's own", text, { ...text, "x-note": 1 }],
    ["have a reference to it", text, ref("Text")],
    ["have keywords beside a reference", both(ref("Text"), { maxLength: 3 }), ref("Text", { maxLength: 3 })],
    ["have a reference to a reference", text, ref("Alias")],
    ["have an example beside a reference", text, ref("Text", { example: "e" })],
    ["contain themselves", ref("Tree"), both(ref("Tree"))],
    [
      "contain one another",
      object({ a: ref("Hen"), b: ref("Egg") }),
      object({ b: ref("Egg"), a: ref("Hen") }),
    ],
    ...PLACES.map(([key, inside]): [string, Json, Json] => [
      `have a reference in ${key}`,
      { [key]: inside(text) },
      { [key]: inside(ref("Text", { example: "e" })) },
    ]),
  ])("%s", async (_, one, other) => {
    expect(JSON.stringify(one)).not.toBe(JSON.stringify(other));
    expect(await differ(schemaOf(one), schemaOf(other))).toBe(false);
  });
});

describe("what allOf demands together is the same as", () => {
  test.each<[what: string, parts: Json, whole: Json]>([
    ["all properties", both(object({ a: text }), object({ b: text })), object({ a: text, b: text })],
    [
      "both schemas of a property",
      both(object({ a: text }), object({ a: { maxLength: 3 } })),
      object({ a: { ...text, maxLength: 3 } }),
    ],
    [
      "no value of a property that one forbids",
      both(object({ a: text }), object({ a: false })),
      object({ a: both(text, false) }),
    ],
    ["all required fields", both({ required: ["a"] }, { required: ["b", "a"] }), { required: ["a", "b"] }],
    ["the common types", both({ type: ["string", "null"] }, { type: ["null", "integer"] }), { type: "null" }],
    ["integers, which are numbers", both({ type: "number" }, { type: "integer" }), { type: "integer" }],
    ["integers, the other way round", both({ type: "integer" }, { type: "number" }), { type: "integer" }],
    ["the common values", both({ enum: ["a", "b"] }, { enum: ["b", "c"] }), { enum: ["b"] }],
    ...["minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties", "minContains"].map(
      (key): [string, Json, Json] => [`the greater ${key}`, both({ [key]: 2 }, { [key]: 3 }), { [key]: 3 }],
    ),
    ...["maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties", "maxContains"].map(
      (key): [string, Json, Json] => [`the smaller ${key}`, both({ [key]: 2 }, { [key]: 3 }), { [key]: 2 }],
    ),
    [
      "both schemas of items",
      both({ items: text }, { items: { maxLength: 3 } }),
      { items: { ...text, maxLength: 3 } },
    ],
    [
      "no more properties",
      both({ additionalProperties: false }, { additionalProperties: text }),
      { additionalProperties: false },
    ],
    [
      "no more properties, the other way round",
      both({ additionalProperties: text }, { additionalProperties: false }),
      { additionalProperties: false },
    ],
    [
      "both schemas of more properties",
      both({ additionalProperties: text }, { additionalProperties: { maxLength: 3 } }),
      { additionalProperties: { ...text, maxLength: 3 } },
    ],
    [
      "what either says is deprecated",
      both({ deprecated: true }, { deprecated: false }),
      { deprecated: true },
    ],
    [
      "the later title, description and default",
      both({ title: "A", description: "A", default: 1 }, { title: "B", description: "B", default: 2 }),
      { title: "B", description: "B", default: 2 },
    ],
    ["one of two equal patterns", both({ pattern: "^a" }, { pattern: "^a" }), { pattern: "^a" }],
    [
      "two patterns in either order",
      both({ pattern: "^a" }, { pattern: "b$" }, { pattern: "c" }),
      both({ pattern: "^a" }, { pattern: "c" }, { pattern: "b$" }),
    ],
    [
      "what its own keywords say is not deprecated",
      { ...both({ deprecated: true }), deprecated: false },
      { deprecated: true },
    ],
    ["what its own keywords leave open", { ...both({ items: text }), items: true }, { items: text }],
    [
      "four patterns in pairs",
      both(both({ pattern: "a" }, { pattern: "b" }), both({ pattern: "c" }, { pattern: "d" })),
      both({ pattern: "a" }, { pattern: "b" }, { pattern: "c" }, { pattern: "d" }),
    ],
    [
      "an allOf in an allOf",
      both(both(text, { maxLength: 3 }), { minLength: 1 }),
      { ...text, maxLength: 3, minLength: 1 },
    ],
    ["a part that is a choice of one", both({ oneOf: [text] }, { maxLength: 3 }), { ...text, maxLength: 3 }],
    ["its own keywords beside it", { ...both(text), maxLength: 3 }, { ...text, maxLength: 3 }],
    [
      "two choices",
      both({ oneOf: [text, { type: "null" }] }, { oneOf: [text, { type: "null" }] }),
      { type: ["string", "null"] },
    ],
  ])("%s", async (_, parts, whole) => {
    expect(JSON.stringify(parts)).not.toBe(JSON.stringify(whole));
    expect(await differ(schemaOf(parts), schemaOf(whole))).toBe(false);
    expect(await differ(schemaOf(parts), media({ schema: { type: "boolean" } }))).toBe(true);
  });
});

test("Redocly is handed schemas in which sets are sorted, and types are told", async () => {
  const written = async (schema: Json) => {
    const { paths } = await handed(schemaOf(schema));
    return paths["/things/{id}"].post.requestBody.content["application/json"].schema;
  };
  const values = { null: null, flag: true, list: [1], object: { a: 1 }, text: "a", whole: 1, part: 1.5 };
  const each = Object.entries(values).map(([name, value]) => [name, { const: value }]);
  const schema = object({ ...Object.fromEntries(each), number: { const: 1, type: "number" } });
  expect(await written({ ...schema, required: ["text", "flag"] })).toEqual({
    type: "object",
    required: ["flag", "text"],
    properties: {
      null: { enum: [null], type: "null" },
      flag: { enum: [true], type: "boolean" },
      list: { enum: [[1]], type: "array" },
      object: { enum: [{ a: 1 }], type: "object" },
      text: { enum: ["a"], type: "string" },
      whole: { enum: [1], type: "integer" },
      part: { enum: [1.5], type: "number" },
      number: { enum: [1], type: "number" },
    },
  });
  expect(
    await written({ required: ["b"], type: ["string", "null"], oneOf: [{ pattern: "b" }, { pattern: "a" }] }),
  ).toEqual({
    required: ["b"],
    type: ["null", "string"],
    oneOf: [{ pattern: "a" }, { pattern: "b" }],
  });
});
