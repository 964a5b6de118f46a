import fc from "fast-check";
import { expect, test } from "vitest";
import {
  fromFragment,
  fromPointer,
  parentOf,
  pointersAround,
  toPointer,
  valueAt,
} from "../../src/document/index.ts";
import { decodePercent } from "../../src/document/pointer.ts";
import { isAbsolute, isUrl, normalizePath, splitRef } from "../../src/document/refs.ts";

test.each([
  ["a.yaml", "b.yaml", "b.yaml", ""],
  ["api/a.yaml", "b.yaml#/x", "api/b.yaml", "/x"],
  ["api/a.yaml", "../b.yaml", "b.yaml", ""],
  ["api/a.yaml", "../../b.yaml", "../b.yaml", ""],
  ["api/a.yaml", "#/x", "api/a.yaml", "/x"],
  ["api/a.yaml", "", "api/a.yaml", ""],
  ["api/a.yaml", "./sub//b.yaml", "api/sub/b.yaml", ""],
  ["api/a.yaml", "..\\common\\b.yaml#/x~1y", "common/b.yaml", "/x~1y"],
  ["api\\a.yaml", "b.yaml", "api/b.yaml", ""],
  ["api/a.yaml", "b%20c.yaml#/x%20y", "api/b c.yaml", "/x%20y"],
  ["api/a.yaml", "100%.yaml", "api/100%.yaml", ""],
  ["api/a.yaml", "/etc/b.yaml", "/etc/b.yaml", ""],
  ["api/a.yaml", "C:\\b.yaml", "C:/b.yaml", ""],
])("in %s, %j names %s#%s", (from, ref, file, pointer) => {
  expect(splitRef(from, ref)).toEqual({ file, pointer });
});

test.each([
  ["https://shop.example/a.yaml", true, false],
  ["FILE:///a.yaml", true, false],
  ["//shop.example/a.yaml", true, true],
  ["urn:shop:a", true, false],
  ["C:\\a.yaml", false, true],
  ["c:/a.yaml", false, true],
  ["\\\\server\\a.yaml", false, true],
  ["/a.yaml", false, true],
  ["a.yaml", false, false],
  ["./a:b.yaml", false, false],
  ["#/a:b", false, false],
])("%j is a URL: %s, a path of one machine: %s", (ref, url, absolute) => {
  expect([isUrl(ref), isAbsolute(ref)]).toEqual([url, absolute]);
  expect(splitRef("a.yaml", ref) === undefined).toBe(url);
});

test.each([
  ["./a//b/../c", "a/c"],
  ["../../a", "../../a"],
  ["a/../../b", "../b"],
  ["/a/./b", "/a/b"],
  ["a\\b\\..\\c", "a/c"],
  [".", ""],
])("%j is the path %j", (path, normal) => {
  expect(normalizePath(path)).toBe(normal);
  expect(normalizePath(normal)).toBe(normal);
});

test("keys survive a pointer, and a pointer in a fragment, whatever is in them", () => {
  fc.assert(
    fc.property(fc.array(fc.string()), (keys) => {
      expect(fromPointer(toPointer(keys))).toEqual(keys);
      const encoded = keys.map(
        (key) => `/${encodeURIComponent(key.replaceAll("~", "~0").replaceAll("/", "~1"))}`,
      );
      expect(fromFragment(encoded.join(""))).toEqual(keys);
    }),
  );
});

test.each([
  ["", [""]],
  ["/a", ["/a", ""]],
  ["/a~1b/0/c", ["/a~1b/0/c", "/a~1b/0", "/a~1b", ""]],
])("around %j are %j", (pointer, around) => {
  expect(pointersAround(pointer)).toEqual(around);
  expect(parentOf(pointer)).toBe(around[1] ?? "");
});

test.each([
  ["name", undefined],
  ["", []],
  ["/", [""]],
  ["/a%2Fb~1c", ["a", "b/c"]],
  ["/100%", ["100%"]],
])("the fragment %j has the keys %j", (fragment, keys) => {
  expect(fromFragment(fragment)).toEqual(keys);
});

test("what is only half encoded is meant as it stands", () => {
  expect([decodePercent("a%20b"), decodePercent("100%"), decodePercent("%zz")]).toEqual([
    "a b",
    "100%",
    "%zz",
  ]);
});

test("a value is found by its own keys, and never by what every object inherits", () => {
  const document = { a: [{ b: null }], "": 1 };
  expect(valueAt(document, [])).toBe(document);
  expect(valueAt(document, ["a", "0", "b"])).toBeNull();
  expect(valueAt(document, [""])).toBe(1);
  for (const keys of [["toString"], ["a", "1"], ["a", "0", "b", "c"], ["__proto__"], ["a", "0", "b", "x"]])
    expect(valueAt(document, keys)).toBeUndefined();
});
