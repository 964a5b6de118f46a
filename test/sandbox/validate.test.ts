import { describe, expect, it } from "vitest";
import { createShapes } from "../../src/conformance/index.ts";
import type { RequestParameter } from "../../src/sandbox/facts.ts";
import { issuesOf, readPath, readQuery } from "../../src/sandbox/validate.ts";

const shapeOf = createShapes({});
const text = { type: "string" };

describe("What is wrong with a body", () => {
  it.each<[schema: object, value: unknown, issues: string[]]>([
    [text, "a", []],
    [text, 7, ["must be a string"]],
    [{ anyOf: [text, { type: "null" }] }, null, []],
    [{ anyOf: [text, { type: "null" }] }, 7, ["does not fit its schema"]],
    [{ type: "array", items: text }, ["a", 7, null], ["1 must be a string", "2 must be a string"]],
    [{ type: "array" }, [7], []],
    [
      { type: "object", properties: { b: text, a: text }, required: ["a", "c"] },
      { b: 7 },
      ["a is missing", "c is missing", "b must be a string"],
    ],
    [{ type: "object", required: ["constructor"] }, {}, ["constructor is missing"]],
    [{ type: "object", properties: { a: text }, required: ["a"] }, { a: undefined }, ["a is missing"]],
    [{ type: "object", properties: { a: text } }, { a: undefined }, []],
    [{ properties: { a: { properties: { b: text } } } }, { a: { b: 1 } }, ["a.b must be a string"]],
    [{ required: ["a"] }, null, []],
    [{ required: ["a"] }, "text", []],
  ])("%j has %j: %j", (schema, value, issues) => {
    const found = issuesOf(shapeOf(schema), value);
    expect(found.map(({ path, message }) => `${path.join(".")} ${message}`.trim())).toEqual(issues);
  });
});

const parameter = (more: Partial<RequestParameter> & { name: string }): RequestParameter => ({
  ...{ in: "query", required: false, type: "string", schema: text },
  ...more,
});

describe("What is wrong with a query or a header", () => {
  const count = parameter({ name: "count", type: "integer", schema: { type: "integer" }, default: 20 });
  const share = parameter({ name: "share", type: "number", schema: { type: "number" } });
  const flag = parameter({ name: "flag", type: "boolean", schema: { type: "boolean" } });
  const list = { name: "list", type: "list", schema: { type: "array", items: text, minItems: 1 } } as const;
  const must = parameter({ name: "must", required: true });
  const header = parameter({ name: "X-Key", in: "header" });
  const inPath = parameter({ name: "id", in: "path", required: true });

  it.each<[parameters: RequestParameter[], query: string, headers: Record<string, string>, read: object]>([
    [[count], "", {}, { values: { count: 20 } }],
    [[share], "", {}, { values: {} }],
    [[count, share], "count=-3&share=1.50", {}, { values: { count: -3, share: 1.5 } }],
    [[share], "share=1.", {}, { values: {}, bad: "share" }],
    [[share], "share=1.5x", {}, { values: {}, bad: "share" }],
    [[share], "share=x1", {}, { values: {}, bad: "share" }],
    [[share], "share=", {}, { values: {}, bad: "share" }],
    [[count], "count=1.5", {}, { values: {}, bad: "count" }],
    [[count], "count=1&count=2", {}, { values: {}, bad: "count" }],
    [[flag], "flag=true", {}, { values: { flag: true } }],
    [[flag], "flag=false", {}, { values: { flag: false } }],
    [[flag], "flag=no", {}, { values: {}, bad: "flag" }],
    [[parameter(list)], "list=a,b&list=c", {}, { values: { list: ["a,b", "c"] } }],
    [[parameter({ ...list, explode: false })], "list=a,b&list=c", {}, { values: { list: ["a", "b", "c"] } }],
    [[parameter({ ...list, explode: false })], "list=", {}, { values: {}, bad: "list" }],
    [[must], "must=", {}, { values: { must: "" } }],
    [[count, must], "", {}, { values: { count: 20 }, bad: "must" }],
    [[header], "X-Key=a", {}, { values: {} }],
    [[header], "", { "x-key": "a" }, { values: { "X-Key": "a" } }],
    [[inPath], "", {}, { values: {} }],
  ])("%j of %s %j", (parameters, query, headers, read) => {
    const sent = { query: new URLSearchParams(query), headers: new Headers(headers) };
    expect(readQuery({ parameters } as never, sent, shapeOf)).toEqual(read);
  });
});

describe("What is wrong with a path", () => {
  const parameters = [
    parameter({ name: "q" }),
    ...["a", "b"].map((name) =>
      parameter({ name, in: "path", schema: { type: "string", pattern: "^[a-z ]+$" } }),
    ),
  ];

  it.each<[params: Record<string, string>, read: object]>([
    [{ a: "x%20y", b: "z" }, { ids: { a: "x y", b: "z" } }],
    [
      { a: "x", b: "%zz" },
      { ids: { a: "x" }, bad: "b" },
    ],
    [
      { a: "X", b: "Y" },
      { ids: {}, bad: "a" },
    ],
    [{ b: "y" }, { ids: {}, bad: "a" }],
  ])("%j", (params, read) => {
    expect(readPath({ parameters } as never, params, shapeOf)).toEqual(read);
  });
});
