import { describe, expect, test } from "vitest";
import { differ, PLACES, schemaOf } from "./small-api.ts";
import type { Json } from "./support.ts";

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const text = { type: "string" };
const number = { type: "integer" };
const both = (...allOf: Json[]) => ({ allOf });
const open = (more: Json) => ({ type: "object", ...more });

describe("two schemas are not the same that", () => {
  test.each<[how: string, one: Json, other: Json]>([
    ["allow everything and nothing", true, false],
    ["have another type", text, number],
    ["have one type more", text, { type: ["string", "null"] }],
    ["have a value of another type", { const: 1 }, { const: "1" }],
    ["have one of two values, or both", { const: "a" }, { enum: ["a", "b"] }],
    ["have whole numbers or all", { enum: [1] }, { enum: [1], type: "number" }],
    ["are fractions, or whole numbers", { enum: [1.5] }, { enum: [1] }],
    ["may be null", text, { oneOf: [text, { type: "null" }] }],
    ["may be null as well as a value", { enum: ["a"] }, { oneOf: [{ enum: ["a"] }, { type: "null" }] }],
    ["may be null, or null alone", { type: "null" }, { oneOf: [text, { type: "null" }] }],
    [
      "may be one of several, or null",
      { oneOf: [text, number, { type: "null" }] },
      { oneOf: [text, { type: "null" }] },
    ],
    [
      "have a choice that may be null",
      { oneOf: [{ oneOf: [text, number], type: ["string", "integer"] }, { type: "null" }] },
      { oneOf: [text, number], type: ["string", "integer", "null"] },
    ],
    [
      "have a choice with a part without a type",
      { oneOf: [{ maxLength: 3 }, { type: "null" }] },
      { maxLength: 3, type: "null" },
    ],
    [
      "allow null only with a choice",
      { oneOf: [{ type: "null" }, { type: "null" }, text] },
      { oneOf: [{ type: "null" }, text, number] },
    ],
    [
      "say null twice, which one of allows at no time",
      { oneOf: [{ type: "null" }, { type: "null" }, text] },
      { type: ["string", "null"] },
    ],
    ...Object.entries({
      oneOf: [text, number],
      anyOf: [text, number],
      not: { const: "a" },
      allOf: [{ pattern: "a" }],
    }).map(([key, value]): [string, Json, Json] => [
      `say ${key} of what may be null`,
      { oneOf: [{ ...text, pattern: "b", [key]: value }, { type: "null" }] },
      { type: ["string", "null"], pattern: "b", [key]: value },
    ]),
    ["have one of two, or any of two", { oneOf: [text, number] }, { anyOf: [text, number] }],
    ["have one alternative more", { oneOf: [text, number] }, { oneOf: [text, number, { type: "boolean" }] }],
    ...["deprecated", "readOnly", "writeOnly", "uniqueItems"].map((key): [string, Json, Json] => [
      `say that ${key} is true`,
      text,
      { ...text, [key]: true },
    ]),
    ...["minLength", "minItems", "minProperties", "maxLength", "minimum", "multipleOf"].map(
      (key): [string, Json, Json] => [`have a ${key}`, {}, { [key]: 1 }],
    ),
    ["have a maximum of zero", {}, { maxItems: 0 }],
    ["have a pattern", text, { ...text, pattern: "^a" }],
    ["have a format", text, { ...text, format: "uuid" }],
    ["have a default", text, { ...text, default: "a" }],
    ["have a title", text, { ...text, title: "A" }],
    ["have other words", { ...text, description: "A" }, { ...text, description: "B" }],
    ["need a field", open({}), open({ required: ["a"] })],
    ["have a field", open({}), open({ properties: { a: {} } })],
    ["are closed", open({}), open({ additionalProperties: false })],
    ["are closed to what was not looked at", open({}), open({ unevaluatedProperties: false })],
    ["have lists of nothing", {}, { items: false }],
    ["have an object for a field of that name", open({}), open({ properties: { default: {}, example: {} } })],
    ["say that items are a list", { prefixItems: [text, number] }, { prefixItems: [number, text] }],
    ["contain themselves, or do not", ref("Tree"), open({ properties: { name: text, child: open({}) } })],
    ["contain themselves, or anything", ref("Tree"), open({ properties: { name: text, child: {} } })],
    ["contain themselves at another depth", ref("Pair"), { properties: { name: text, next: ref("Chain") } }],
    [
      "contain themselves one level further up",
      open({ properties: { child: ref("Tree") } }),
      open({ properties: { child: open({ properties: { name: text, child: open({}) } }) } }),
    ],
    ["have keywords beside a reference", ref("Text"), { ...ref("Text"), maxLength: 3 }],
    ["refer to another schema", ref("Text"), ref("Tree")],

    ["demand two patterns", both({ pattern: "a" }, { pattern: "b" }), { pattern: "b" }],
    ["demand the values of one part", both({ enum: ["a", "b"] }, { enum: ["b"] }), { enum: ["a", "b"] }],
    ["demand nothing in common", both(text, number), text],
    [
      "demand the types of one part",
      both({ type: ["string", "integer"] }, text),
      { type: ["string", "integer"] },
    ],
    ["take integers for texts", both({ type: "number" }, text), text],
    [
      "take numbers for integers",
      both({ type: ["number", "string"] }, { type: ["integer", "boolean"] }),
      { type: ["integer", "string"] },
    ],
    [
      "demand two choices",
      both({ oneOf: [text, number] }, { oneOf: [text, { type: "boolean" }] }),
      { oneOf: [text, number] },
    ],
    [
      "demand two formats, and another",
      both({ format: "a" }, { format: "b" }),
      both({ format: "a" }, { format: "c" }),
    ],
    ...PLACES.map(([key, inside]): [string, Json, Json] => [
      `have another schema in ${key}`,
      { [key]: inside(ref("Text")) },
      { [key]: inside(number) },
    ]),
  ])("%s", async (_, one, other) => {
    expect(await differ(schemaOf(one), schemaOf(other))).toBe(true);
  });
});
