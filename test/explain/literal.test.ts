import { inspect } from "node:util";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseLiteral } from "../../src/explain/literal.ts";

describe("a printed value", () => {
  it.each<{ text: string; want: unknown }>([
    { text: "{ a: 1, 'b-c': [true, null] }", want: { a: 1, "b-c": [true, null] } },
    { text: "{'a': True, 'b': False, 'c': None}", want: { a: true, b: false, c: null } },
    { text: "{ a: undefined, b: 2, }", want: { b: 2 } },
    { text: "[1, -2.5e3, [], {}]", want: [1, -2500, [], {}] },
    { text: "{ message: 'It\\'s \\x41 \\u00e9 \\n' }", want: { message: "It's A é \n" } },
    { text: "{ message: 'one ' +\n    'two' }", want: { message: "one two" } },
    { text: "'\\u{1F600}\\u{e9}\\q\\0'", want: "\u{1f600}\u00e9q\0" },
    { text: "{ a: { b: undefined }, c: [undefined] }", want: { a: {}, c: [undefined] } },
    { text: "{ 1: 'x', $a_1: 2 }", want: { "1": "x", $a_1: 2 } },
    { text: '{ "__proto__": 1 }', want: JSON.parse('{"__proto__":1}') },
  ])("is read from $text", ({ text, want }) => {
    expect(parseLiteral(text)).toStrictEqual(want);
  });

  it.each([
    "",
    "{",
    "{ a }",
    "{ a: [Object] }",
    "{ a: 1 } b",
    "[1 2]",
    "{ : 1 }",
    "{ a: 1 b: 2 }",
    "{ a: }",
    "'\\",
    "'a' +",
    "- 1",
    "nothing",
    "{ a: 'x }",
    "Map(0) {}",
    "<x>",
    "[...]",
  ])("is not read from %j", (text) => {
    expect(parseLiteral(text)).toBeUndefined();
  });

  it("is read from whatever Node prints of JSON", () => {
    const plain = { depth: null, maxArrayLength: null, maxStringLength: null } as const;
    fc.assert(
      fc.property(
        fc.object({ values: [fc.string(), fc.integer(), fc.boolean(), fc.constant(null)] }),
        (value) => {
          const json: unknown = JSON.parse(JSON.stringify(value));
          expect(parseLiteral(inspect(json, plain))).toEqual(json);
        },
      ),
    );
  });

  it("never throws, however deep or odd the text is", () => {
    expect(parseLiteral("[".repeat(100_000))).toBeUndefined();
    const deep = (depth: number) => parseLiteral(`${"{a:".repeat(depth)}1${"}".repeat(depth)}`);
    expect([deep(100) === undefined, deep(101) === undefined]).toEqual([false, true]);
    expect(deep(100_000)).toBeUndefined();
    fc.assert(
      fc.property(fc.string(), (text) => {
        parseLiteral(`{${text}`);
      }),
    );
  });
});
