import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { faultsOf, unknownFields } from "../../src/conformance/faults.ts";
import { isReadClean, shapeOf } from "./shapes.ts";

const ajv = new Ajv2020.default({ strict: false, ownProperties: true });
addFormats.default(ajv);

const a = { type: "object", required: ["a"], properties: { a: { type: "string" } } };
const b = { type: "object", required: ["b"], properties: { b: { type: "number" } } };

describe("a schema", () => {
  it.each<unknown>([
    true,
    false,
    {},
    { type: "string" },
    { type: ["string", "null"] },
    { type: ["integer", "string", "boolean"] },
    { const: null },
    { const: { a: [1, { b: "x" }] } },
    { enum: ["a", 1, null, [1]] },
    { minLength: 2, maxLength: 3 },
    { pattern: "^a.?$" },
    { minimum: 1, maximum: 5 },
    { exclusiveMinimum: 1, exclusiveMaximum: 5 },
    { multipleOf: 2 },
    { minItems: 1, maxItems: 2 },
    { uniqueItems: true },
    { items: { type: "integer" } },
    { minProperties: 1, maxProperties: 2 },
    a,
    { required: ["constructor"] },
    { ...a, additionalProperties: false },
    { ...a, additionalProperties: { type: "number" } },
    { allOf: [a, b] },
    { anyOf: [a, b] },
    { oneOf: [a, b] },
    { oneOf: [a, { type: "null" }] },
    { not: a },
    JSON.parse(`{"if":${JSON.stringify(a)},"then":${JSON.stringify(b)}}`),
    JSON.parse(`{"if":${JSON.stringify(a)},"then":${JSON.stringify(b)},"else":{"type":"string"}}`),
    { contains: { type: "integer" } },
    { dependentRequired: { a: ["b"] } },
    { dependentSchemas: { a: b } },
    {
      $ref: "#/components/schemas/X/$defs/self",
      $defs: { self: { type: "object", properties: { a: { $ref: "#/components/schemas/X/$defs/self" } } } },
    },
  ])("%j holds of what Ajv says it holds of, and faults are found where it does not", (schema) => {
    const text = JSON.stringify(schema).replaceAll("#/components/schemas/X", "#");
    const validate = ajv.compile(JSON.parse(text));
    const shape = shapeOf(schema);
    const member = fc.oneof(
      fc.constantFrom("a", "ab", "x", 1, 2, 1.5, null, true),
      fc.string({ maxLength: 4 }),
      fc.integer({ min: 0, max: 6 }),
    );
    const values = fc.oneof(
      member,
      fc.array(member, { maxLength: 3 }),
      fc.dictionary(
        fc.constantFrom("a", "b", "c", "constructor"),
        fc.oneof(member, fc.dictionary(fc.constantFrom("a", "b"), member)),
      ),
      fc.constantFrom<unknown>({ a: [1, { b: "x" }] }, [1], {}, []),
    );
    fc.assert(
      fc.property(values, (value) => {
        const isValid = validate(value);
        expect(shape.fits(value)).toBe(isValid);
        expect(faultsOf(shape, value).length === 0).toBe(isValid);
        if (shape.isClean(value)) expect([isValid, unknownFields([shape], value)]).toEqual([true, []]);
        if (isReadClean(shape, JSON.stringify(value)))
          expect([value, shape.isClean(value)]).toEqual([value, true]);
      }),
      { numRuns: 300 },
    );
  });

  const named = { required: ["a"], properties: { a: { type: "string" } } };
  const record = { ...named, additionalProperties: { type: "number" } };
  const pair = { type: "object", required: ["a", "b"], properties: { ...a.properties, ...b.properties } };
  const twoOf = (first: string, second: string) => ({
    ...{ type: "object", required: ["a", "b"] },
    properties: { a: { type: first }, b: { type: second } },
  });
  it.each<[schema: unknown, good: unknown, bad: unknown, fault: string]>([
    [{ type: ["string", "null"] }, null, 1, " a string or null: a number"],
    [{ minLength: 1 }, "a", "", " a string that is not empty: an empty string"],
    [{ minLength: 2 }, "ab", "a", " a string of at least 2 characters: a string of 1 character"],
    [{ maxLength: 2 }, "ab", "abc", " a string of at most 2 characters: a string of 3 characters"],
    [{ pattern: "\\S" }, "a", " ", " a string that is not blank: a blank string"],
    [{ pattern: "^a" }, "a", "b", " a string that matches ^a: a string of 1 character"],
    [{ format: "date" }, "2026-03-30", "x", " a string with the format date: a string of 1 character"],
    [{ minimum: 1 }, 1, 0, " a number from 1: a number"],
    [{ maximum: 1 }, 1, 2, " a number up to 1: a number"],
    [{ exclusiveMinimum: 1 }, 2, 1, " a number above 1: a number"],
    [{ exclusiveMaximum: 1 }, 0, 1, " a number below 1: a number"],
    [{ multipleOf: 2 }, 4, 3, " a multiple of 2: a number"],
    [{ minItems: 1 }, [1], [], " a list of at least 1: an empty list"],
    [{ maxItems: 1 }, [1], [1, 2], " a list of at most 1: a list"],
    [
      { uniqueItems: true },
      [
        [1, 2],
        [1, 3],
      ],
      [[1], [1]],
      " a list without repetitions: a list",
    ],
    [{ const: { a: 1, b: 2 } }, { b: 2, a: 1 }, { a: 1, b: 3 }, ' {"a":1,"b":2}: an object'],
    [{ enum: ["a", [1]] }, [1], "b", " one of a, 1: a string of 1 character"],
    [{ minProperties: 1 }, { a: 1 }, {}, " an object with at least 1 fields: an empty object"],
    [{ maxProperties: 1 }, { a: 1 }, { a: 1, b: 1 }, " an object with at most 1 fields: an object"],
    [{ not: { type: "number" } }, "a", 1, " another value: a number"],
    [
      { oneOf: [{ type: "number" }, { type: "null" }] },
      null,
      "a",
      " a number or null: a string of 1 character",
    ],
    [{ oneOf: [{ minimum: 1 }, { maximum: 3 }] }, 4, 2, " exactly one of several forms: a number"],
    [named, { a: "" }, {}, "a a string: nothing"],
    [record, { a: "", b: 1 }, { a: "", b: "" }, "b a number: an empty string"],
    [{ ...named, additionalProperties: false }, { a: "" }, { a: "", b: 1 }, "b no such field: a number"],
    [{ items: { items: { type: "null" } } }, [[null], []], [[], [null, true]], "1.1 null: true"],
    [{ pattern: "^.$" }, "\u{1f4a5}", "ab", " a string that matches ^.$: a string of 2 characters"],
    [{ required: ["x"] }, { x: 1 }, {}, "x a value: nothing"],
    [pair, { a: "", b: 1 }, {}, " an object with a, b: an object with none of them"],
    [pair, { a: "", b: 1 }, { a: "" }, "b a number: nothing"],
    [pair, { a: "", b: 1 }, { a: "", x: 1, y: 2, z: 3 }, "b a number: nothing"],
    [
      pair,
      { a: "", b: 1 },
      { a: "", w: 0, x: 1, y: 2, z: 3 },
      " an object with a, b: an object of another kind",
    ],
    [
      { ...pair, additionalProperties: true },
      { a: "", b: 1 },
      { a: "", w: 0, x: 1, y: 2, z: 3 },
      "b a number: nothing",
    ],
    [{ additionalProperties: { not: { type: "number" } } }, { b: "" }, { b: 1 }, "b another value: a number"],
    [
      { allOf: [{ properties: { a: { type: "string" } } }, { properties: { a: { minLength: 2 } } }] },
      { a: "xy" },
      { a: "x" },
      "a a string of at least 2 characters: a string of 1 character",
    ],
    [
      { allOf: [{ properties: { a: { type: "string" } } }, { properties: { a: { minLength: 2 } } }] },
      {},
      { a: 1 },
      "a a string: a number",
    ],
    [
      { allOf: [{ items: { type: "string" } }, { items: { minLength: 2 } }] },
      ["xy"],
      ["xy", "x"],
      "1 a string of at least 2 characters: a string of 1 character",
    ],
    [
      { anyOf: [{ minimum: 1 }, { minimum: 2 }, { maximum: -1 }] },
      2,
      0,
      " a number from 1 or a number from 2 or a number up to -1: a number",
    ],
    [{ oneOf: [{ type: "number", minimum: 1 }, { type: "null" }] }, null, 0, " a number from 1: a number"],
    [
      { oneOf: [twoOf("string", "string"), twoOf("number", "string")] },
      { a: 1, b: "" },
      { a: 1, b: 1 },
      "b a string: a number",
    ],
    [
      { oneOf: [twoOf("number", "string"), twoOf("string", "string")] },
      { a: 1, b: "" },
      { a: 1, b: 1 },
      "b a string: a number",
    ],
    [
      { oneOf: [twoOf("string", "number"), twoOf("number", "string")] },
      { a: "", b: 1 },
      { a: 1, b: 1 },
      "a a string: a number",
    ],
  ])("%j says what it expects, what is there and where", (schema, good, bad, want) => {
    const shape = shapeOf(schema);
    const told = (value: unknown) =>
      faultsOf(shape, value).map(({ keys, expected, actual }) => `${keys.join(".")} ${expected}: ${actual}`);
    expect([shape.fits(good), told(good)]).toEqual([true, []]);
    expect([shape.fits(bad), told(bad)]).toEqual([false, [want]]);
  });

  it.each<[schema: unknown, value: unknown, rule: string]>([
    [{ type: "string" }, 1, "field-type"],
    [{ not: { type: "number" } }, 1, "field-type"],
    [{ oneOf: [{ minimum: 1 }, { maximum: 3 }] }, 2, "field-type"],
    [{ oneOf: [{ type: "string" }, { type: "null" }] }, 1, "field-type"],
    [pair, { a: "", w: 0, x: 1, y: 2, z: 3 }, "field-type"],
    [pair, { a: "" }, "field-missing"],
    [pair, {}, "field-missing"],
    [{ ...named, additionalProperties: false }, { a: "", b: 1 }, "field-unknown"],
  ])("%j is broken by %j, which is told as %s", (schema, value, rule) => {
    expect(faultsOf(shapeOf(schema), value).map((fault) => fault.rule)).toEqual([rule]);
  });

  it("with a keyword that the check does not know stops the build, with its place and what to do", () => {
    expect(() => shapeOf({ type: "object", properties: { x: { patternProperties: {} } } })).toThrow(
      "The check of responses does not know `patternProperties` (/components/schemas/X/properties/x): say it with",
    );
  });

  it("with a reference to nothing stops the build", () => {
    expect(() => shapeOf({ $ref: "#/components/schemas/Y" })).toThrow(
      '"#/components/schemas/Y" at /components/schemas/X',
    );
  });

  it("has fields that it does not name, unless it says that there may be more", () => {
    const names = (schema: unknown, value: unknown) =>
      unknownFields([shapeOf(schema)], value).map(({ keys }) => keys.join("."));
    expect(names(a, { a: "", x: 1 })).toEqual(["x"]);
    expect(names({ ...a, additionalProperties: true }, { a: "", x: 1 })).toEqual([]);
    expect(names({ type: "object" }, { x: 1 })).toEqual([]);
    expect(names({ allOf: [a, { properties: { c: a } }] }, { a: "", c: { a: "", x: 1 } })).toEqual(["c.x"]);
    expect(names({ oneOf: [a, b] }, { a: "", x: 1 })).toEqual(["x"]);
    expect(names({ items: a }, [{ a: "" }, { a: "", x: 1 }])).toEqual(["1.x"]);
    expect(names({ type: "array" }, [{ x: 1 }])).toEqual([]);
    expect(names({ allOf: [a, { additionalProperties: true }] }, { a: "", x: 1 })).toEqual([]);
    expect(names({ oneOf: [a, b] }, { a: "", b: "no number" })).toEqual(["b"]);
    expect(names(a, { a: "", x: undefined })).toEqual([]);
    expect(unknownFields([shapeOf(a)], { a: "", x: 1 })).toEqual([
      {
        ...{ rule: "field-unknown", keys: ["x"], value: 1, siblings: ["a"] },
        ...{ expected: "no such field", actual: "a number" },
      },
    ]);
  });
});
