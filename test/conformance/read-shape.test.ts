import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rewritten } from "./bytes.ts";
import { isReadClean, shapeOf } from "./shapes.ts";
import { badTimes, goodTimes } from "./times.ts";

const a = { type: "object", required: ["a"], properties: { a: { type: "string" } } };
const b = { type: "object", required: ["b"], properties: { b: { type: "number" } } };

describe("a value is known by its bytes", () => {
  const nested = { type: "object", properties: { a, list: { type: "array", items: b } } };
  const maybe = { oneOf: [a, { type: "null" }] };
  /** The JSON of a text that is longer than what is read in another way than by a table. */
  const text = (character: string, length: number) => `"${character.repeat(length)}"`;

  it.each<[schema: unknown, good: string[], bad: string[]]>([
    [
      { type: "string" },
      ['"a"', '""', '" "', '"ä\\n\\u00e4\\""', '"\\b\\f\\n\\r\\t\\/\\\\"', '"\\u09AF\\uafAf"'],
      ["1", "null", "a", '"a', '"\t"', '"\u001f"', '"\\x"', '"\\u00g0"', '"\\u00G0"', '"\\u000"'].concat([
        ...['"\\u00/0"', '"\\u00:0"', '"\\u00@0"', '"\\u00`0"', '"\\u000g"', '"\\u"', '"\\'],
      ]),
    ],
    [{ type: "string", minLength: 1 }, ['"a"', '"ab"'], ['""', '" a"']],
    [{ type: "string", pattern: "\\S" }, ['"a"'], ['""', '" "', '"\\n"', '"\u00a0"']],
    [{ type: "string", minLength: 2 }, ['"ab"'], ['"a"', '"\\u0061b"']],
    [{ type: "string", maxLength: 2 }, ['"ab"'], ['"abc"']],
    [{ type: "string", pattern: "^a+$" }, ['"aa"'], ['"ab"', '""', 'xaa"']],
    [{ type: "string", pattern: "^a", maxLength: 3 }, ['"abc"'], ['"b"', '"abcd"']],
    [{ type: "string", pattern: "^[ab]+$", format: "uuid" }, [], ['"ab"']],
    [{ type: "string", maxLength: 400 }, [text("a", 400)], [text("a", 401)]],
    [
      { type: "string", pattern: "^a+$", minLength: 300, maxLength: 310 },
      [text("a", 300), text("a", 310)],
      [text("a", 299), text("a", 311), text("b", 300)],
    ],
    [
      { type: "string", pattern: "^[a-y@.]+$", format: "email" },
      [`"${"a.".repeat(200)}a@b.example"`, '"a@b.example"'],
      [`"${"a.".repeat(200)}z@b.example"`, '"z@b.example"', '"a"', '"a@b.example'],
    ],
    [{ type: "string", format: "uuid" }, ['"6f9619ff-8b86-4d01-b42d-00cf4fc964ff"'], ['"6f9619ff"']],
    [{ type: "string", format: "email" }, ['"a@b.example"'], ['"a"']],
    [{ type: "string", format: "date" }, ['"2026-03-30"'], ['"2026-13-30"']],
    [{ type: "string", format: "unknown" }, ['"a"'], []],
    [
      { type: "string", format: "date-time" },
      [...goodTimes, `2026-12-28T23:59:59.${"1".repeat(300)}Z`].map((text) => JSON.stringify(text)),
      [...badTimes, "2026-02-30T10:30:00Z"].map((text) => JSON.stringify(text)),
    ],
    [{ type: ["string", "null"] }, ['"a"', "null"], ["true", "false", "nul", "nulL", "{}", "[]"]],
    [{ ...a, type: ["object", "null"] }, ['{"a":""}', "null"], ["[]", "{}", '{"a":1}', '"a"']],
    [{ type: "boolean" }, ["true", "false"], ["null", "1", "tru", '"true"']],
    [
      { type: "number" },
      ["0", "10", "-0", "-1", "1.5", "0.5", "0e1", "1e3", "1E-3", "-0.5e+10"],
      ["01", "00", "-01", "1.e1", "1e+", "1.", ".5", "+1", "1e", "-", '"1"', "null"],
    ],
    [
      { type: "integer" },
      ["0", "12", "123456789012345"],
      ["1.5", "-1.5", "01", '"1"', "true", "9007199254740993"],
    ],
    [{ type: "integer", minimum: 1, maximum: 5 }, ["1", "5"], ["0", "6"]],
    [{ const: "a" }, ['"a"'], ['"b"', '"aa"', "a"]],
    [{ enum: ["new", "newer", 7, null] }, ['"new"', '"newer"', "7", "null"], ['"newest"', "77", "8"]],
    [{ type: "string", enum: ["a", 1] }, ['"a"'], ["1"]],
    [{ type: "array" }, ["[]", '[1,"a",{}]', "[ 1 , 2 ]"], ["[1,]", "[,1]", "[1 2]", "[", "{}"]],
    [
      { type: "array", items: { type: "string" } },
      ["[]", '["a"]', '[ "a" , "b" ]'],
      ["[1]", '["a",]', '["a" "b"]', '["a"'],
    ],
    [{ type: "array", minItems: 1 }, [], ["[]"]],
    [{ type: "array", maxItems: 1 }, [], ["[1,2]"]],
    [{ type: "array" }, ["[-1]", "[-1.5e-3]"], ["[-]", "[1-]", "[--1]"]],
    [
      a,
      ['{"a":"x"}', '{ "a" : "x" }'],
      ["{}", '{"a":1}', '{"a":"x","b":1}', '{"a":"x",}', '{"a":"x","a":"y"}', '{"a" "x"}'],
    ],
    [
      { ...a, additionalProperties: true },
      ['{"a":"x","b":[{}]}', '{"b":1,"a":""}'],
      ['{"b":1}', '{"a":"x","\\u0061":1}', '{"a":"x","b":}'],
    ],
    [{ ...a, additionalProperties: false }, [], ['{"a":"x","b":1}']],
    [{ type: "object" }, ["{}", '{"a":{"b":[null]}}'], ["[]", '{"a"}', "{a:1}", '{"a":1']],
    [{ type: "object", minProperties: 1 }, [], ["{}"]],
    [{ type: "object", maxProperties: 1 }, [], ['{"a":1,"b":2}']],
    [
      { type: "object" },
      ['{\t"a"\r: \t[ 1\t,\r2 ]\r,\t"b":true }', '{"a" :1}', '{"a": 1}', '{"a":{"b":[[],{}]},"c":"\\u0041"}'],
      [
        '{"a"x:1}',
        '{"a":1"b":2}',
        '{"a":1 "b":2}',
        '{"a":1,b":2}',
        '{"a":1,}',
        "{,}",
        '{"a":1]',
        '{"a":[1}}',
      ].concat([
        ...['{"a":[1,2,]}', '{"a":{"b"}}', '{"a":tru}', '{"a":nul}', '{"a":1,2}', '{"a\t":1}', '{"ä":1'],
      ]),
    ],
    [nested, ['{"list":[{"b":1}],"a":{"a":""}}', "{}"], ['{"a":{}}', '{"list":[{"b":"1"}]}', '{"list":{}}']],
    [maybe, ["null", '{"a":""}'], ["{}", '"a"', "1"]],
    [{ oneOf: [{ type: "string" }, { type: "array" }] }, ['"a"', "[]"], ["1", "{}", "null", "true"]],
    [
      { anyOf: [{ type: "boolean" }, { type: "number" }] },
      ["true", "false", "1", "-1"],
      ['"a"', "null", "{}"],
    ],
    [{ anyOf: [{ type: "boolean" }, { type: "string" }] }, ["true", "false", '"1"'], ["1", "null", "t", "f"]],
    [{ oneOf: [{ type: "number" }, { type: "null" }] }, ["null", "2"], ["true", "false", "n"]],
    [{ ...maybe, properties: { b: { type: "string" } } }, [], ['{"a":""}', "null"]],
    [{ ...maybe, required: ["b"] }, [], ['{"a":""}', "null"]],
    [{ ...maybe, type: "object" }, [], ['{"a":""}', "null"]],
    [{ ...maybe, items: { type: "string" } }, [], ['{"a":""}', "null"]],
    [{ allOf: [maybe, maybe] }, [], ['{"a":""}']],
    [{ allOf: [a, b] }, ['{"a":"","b":1}'], ['{"a":""}']],
    [{ required: ["x"] }, [], ["{}"]],
    [{ not: a }, [], ['{"a":""}']],
    [{ oneOf: [a, b] }, [], ['{"a":"","b":1}', '{"a":""}']],
  ])("with the schema %j", (schema, good, bad) => {
    const shape = shapeOf(schema);
    const known = (texts: string[]) => texts.filter((json) => isReadClean(shape, json));
    expect(known(good)).toEqual(good);
    expect(known(bad)).toEqual([]);
    for (const json of good) expect([json, shape.isClean(JSON.parse(json))]).toEqual([json, true]);
  });

  it("only if it is not nested deeper than anybody would nest it", () => {
    const deep = (depth: number) => "[".repeat(depth) + "]".repeat(depth);
    const shape = shapeOf({ type: "array" });
    expect([deep(60), deep(10_000)].map((json) => isReadClean(shape, json))).toEqual([true, false]);
  });

  it("if it has thirty fields, and is parsed if it has more", () => {
    const schema = (count: number) => ({
      type: "object",
      properties: Object.fromEntries(
        Array.from({ length: count }, (_, index) => [`f${index}`, { type: "integer" }]),
      ),
      required: ["f0"],
    });
    const json = (count: number) =>
      JSON.stringify(Object.fromEntries(Array.from({ length: count }, (_, index) => [`f${index}`, index])));
    expect([30, 31].map((count) => isReadClean(shapeOf(schema(count)), json(count)))).toEqual([true, false]);
    expect(isReadClean(shapeOf(schema(30)), json(29))).toBe(true);
  });

  it("never where the parser would refuse it", () => {
    const any = shapeOf({ type: ["array", "object", "string", "number", "boolean", "null"] });
    fc.assert(
      fc.property(fc.jsonValue().chain(rewritten), (json) => {
        if (isReadClean(any, json)) expect(() => JSON.parse(json)).not.toThrow();
      }),
      { numRuns: 2500 },
    );
  });
});
