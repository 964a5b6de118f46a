import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { createQuerySerializer } from "openapi-fetch";
import { describe, expect, it } from "vitest";
import { serializeQuery } from "../../src/client/url.ts";

describe("serializeQuery", () => {
  it.each<[string, unknown, boolean, string]>([
    ["writes single values", { a: "x y", b: 0, c: false }, false, "a=x%20y&b=0&c=false"],
    ["leaves out what has no value", { a: undefined, b: null, c: [], d: "" }, false, "d="],
    ["joins lists with commas, which are not those of a value", { a: ["x", "y,z"] }, false, "a=x,y%2Cz"],
    ["or makes a parameter of each item", { a: ["x", "y,z"], b: "c" }, true, "a=x&a=y%2Cz&b=c"],
    ["is empty without a query", undefined, false, ""],
    ["encodes names, too", { "a&b=": "c", "f[x]": [1, 2] }, true, "a%26b%3D=c&f%5Bx%5D=1&f%5Bx%5D=2"],
    ["takes an object without a prototype", Object.assign(Object.create(null), { a: 1 }), false, "a=1"],
    ["takes an object of another realm", runInNewContext("({ a: 1 })"), false, "a=1"],
  ])("%s", (_, query, explode, want) => {
    expect(serializeQuery(query, explode)).toBe(want);
  });

  it.each([
    ["an object", { filter: { secret: "x" } }],
    ["a list in a list", { filter: [["x"]] }],
    ["a list with nothing in it", { filter: ["x", null] }],
    ["a function", { filter: () => "x" }],
  ])("refuses %s, and says which parameter it is", (_, query) => {
    expect(() => serializeQuery(query, false)).toThrow("filter must be a single value or a list");
  });

  it.each([
    ["a text", "tkt_1"],
    ["a list", ["x"]],
    ["a number", 5],
    ["a URLSearchParams", new URLSearchParams({ a: "b" })],
    ["a Map", new Map([["a", "b"]])],
    ["an object of a class", new (class Query {})()],
  ])("refuses %s for a query", (_, query) => {
    expect(() => serializeQuery(query, false)).toThrow("query must be a plain object");
  });

  it("writes what openapi-fetch writes", () => {
    const value = fc.oneof(fc.string({ unit: "grapheme" }), fc.integer(), fc.boolean());
    const query = fc.dictionary(
      fc.stringMatching(/^[a-z]{1,5}$/),
      fc.oneof(value, fc.array(value, { maxLength: 3 }), fc.constant(undefined)),
    );
    fc.assert(
      fc.property(query, fc.boolean(), (given, explode) => {
        const theirs = createQuerySerializer<object>({ array: { style: "form", explode } });
        expect(serializeQuery(given, explode)).toBe(theirs(given));
      }),
      { seed: 7 },
    );
  });
});
