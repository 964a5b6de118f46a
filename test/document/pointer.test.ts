import { expect, test } from "vitest";
import {
  appendKey,
  decodePercent,
  fromFragment,
  fromPointer,
  parentOf,
  pointersAround,
  toPointer,
  valueAt,
} from "../../src/document/pointer.ts";

// The examples of RFC 6901 5, and what lies at its edges.
test.each<[pointer: string, keys: string[]]>([
  ["", []],
  ["/", [""]],
  ["/foo/0", ["foo", "0"]],
  ["/a~1b", ["a/b"]],
  ["/m~0n", ["m~n"]],
  ["/c%d", ["c%d"]],
  ["/ ", [" "]],
  ["/~01", ["~1"]],
  ["/~0~1~1~0", ["~//~"]],
  ["/a//b", ["a", "", "b"]],
])("%j is the pointer of %j", (pointer, keys) => {
  expect(toPointer(keys)).toBe(pointer);
  expect(fromPointer(pointer)).toEqual(keys);
});

test.each<[fragment: string, keys: string[] | undefined]>([
  ["", []],
  ["/a%20b/c~1d", ["a b", "c/d"]],
  ["/100%", ["100%"]],
  ["name", undefined],
  ["name/a", undefined],
  ["%2Fa", ["a"]],
])("the fragment %j leads to %j", (fragment, keys) => {
  expect(fromFragment(fragment)).toEqual(keys);
});

test("around a pointer are those of all that holds it, to the document", () => {
  expect(pointersAround("/a/b~1c/0")).toEqual(["/a/b~1c/0", "/a/b~1c", "/a", ""]);
  expect(pointersAround("")).toEqual([""]);
  expect([parentOf("/a/b"), parentOf("/a"), parentOf("")]).toEqual(["/a", "", ""]);
  expect([appendKey("/a", 0), appendKey("", "b/~c")]).toEqual(["/a/0", "/b~1~0c"]);
});

test.each<[keys: string[], value: unknown]>([
  [[], { a: [{ b: null }], c: "text" }],
  [["a", "0"], { b: null }],
  [["a", "0", "b"], null],
  [["a", "0", "b", "c"], undefined],
  [["a", "1"], undefined],
  [["c", "0"], undefined],
  [["c", "length"], undefined],
  [["toString"], undefined],
])("%j leads to %j", (keys, value) => {
  expect(valueAt({ a: [{ b: null }], c: "text" }, keys)).toEqual(value);
});

test.each([
  ["a%2Fb", "a/b"],
  ["100%", "100%"],
  ["%zz", "%zz"],
  ["ä", "ä"],
])("%j stands for %j", (text, want) => {
  expect(decodePercent(text)).toBe(want);
});
