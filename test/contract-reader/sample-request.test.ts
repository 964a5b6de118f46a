import { expect, test } from "vitest";
import { type OperationFact, sampleRequest } from "../../src/contract/index.ts";
import { edited, read } from "./document.ts";

type Parameter = OperationFact["parameters"][number];

const [listOrders] = read().operations as [OperationFact];
const parameter = (name: string, more: Partial<Parameter>): Parameter => {
  const [first] = listOrders.parameters as [Parameter];
  return { ...first, name, in: "query", required: true, example: name, ...more };
};
const requestWith = (...parameters: Parameter[]) =>
  sampleRequest({ ...listOrders, path: "/a/{id}/b/{id}/{x}", parameters: [...parameters] });

test.each<[string, Parameter[], string]>([
  [
    "a required query parameter is in it",
    [parameter("since", { example: "2026-01-01" })],
    "?since=2026-01-01",
  ],
  [
    "several are joined, in the order of the document",
    [parameter("b", { example: 2 }), parameter("a", { example: true })],
    "?b=2&a=true",
  ],
  ["a value is encoded", [parameter("q", { example: "a b&c=ü" })], "?q=a%20b%26c%3D%C3%BC"],
  ["an optional one is left out", [parameter("q", { required: false })], ""],
  ["an optional one needs no example", [parameter("q", { required: false, example: undefined })], ""],
  ["a header is not in the path", [parameter("X-Trace", { in: "header" })], ""],
])("of a sample request %s", (_, parameters, query) => {
  expect(requestWith(...parameters).path).toBe(`/a/{id}/b/{id}/{x}${query}`);
});

test("a parameter of the path is filled in wherever it stands, encoded, and no other is", () => {
  const { path } = requestWith(
    parameter("id", { in: "path", example: "1/2" }),
    parameter("x", { example: "q" }),
  );
  expect(path).toBe("/a/1%2F2/b/1%2F2/{x}?x=q");
});

test("a required parameter without an example is named", () => {
  expect(() => requestWith(parameter("since", { example: undefined }))).toThrow(
    "Parameter since of listOrders has no example: give it one.",
  );
});

test("a query parameter that the document requires reaches the sample", () => {
  const before = sampleRequest(listOrders);
  const required = edited(
    "api/openapi.yaml",
    "        - name: page\n",
    "        - name: page\n          required: true\n",
  );
  const [first] = read(required).operations as [OperationFact];
  expect(sampleRequest(first)).toEqual({ ...before, path: `${before.path}?page=2` });
});
