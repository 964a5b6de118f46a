import { expect, test } from "vitest";
import { brief, edited, type Files, findingsOf, read } from "./document.ts";

const doc = "api/openapi.yaml";
const withMethod = (value: string): Files =>
  edited(doc, "operationId: createOrder", `operationId: createOrder\n      x-client-method: ${value}`);
const withPagination = (value: string): Files =>
  edited(doc, "operationId: listOrders", `operationId: listOrders\n      x-pagination: ${value}`);

test("an operation says what its method is called, or that it has none, or nothing", () => {
  const method = (files?: Files) => read(files).operations.map(({ clientMethod }) => clientMethod);
  expect(method()).toEqual([undefined, undefined]);
  expect(method(withMethod("orders.place"))).toEqual([undefined, "orders.place"]);
  expect(method(withMethod("false"))).toEqual([undefined, false]);
});

test("lists are paged as the root of the document says, else by convention, and one operation can stand apart", () => {
  expect(read().pagination).toEqual({ parameter: "page", size: "pageSize", more: "hasMore" });
  const said = (value: string) => read(edited(doc, "x-statuses:", `x-pagination: ${value}\nx-statuses:`));
  const names = { parameter: "at", more: "next" };
  expect(said("{parameter: at, more: next}").pagination).toEqual(names);
  expect(said("{parameter: at, size: per, more: next}").pagination).toEqual({ ...names, size: "per" });
  expect(read(withPagination("false")).operations.map(({ paged }) => paged)).toEqual([false, undefined]);
});

test.each<[name: string, given: Files, want: string]>([
  [
    "a method that is no text",
    withMethod("true"),
    `contract-fact ${doc}:32:7 \`x-client-method\` is true: write a text.`,
  ],
  [
    "the pages of one operation",
    withPagination("{parameter: at, more: next}"),
    `contract-fact ${doc}:16:7 \`x-pagination\` of an operation can only be \`false\`: write that, or take it out. How all lists are paged stands at the root of the document.`,
  ],
  [
    "pages without a parameter",
    edited(doc, "x-statuses:", "x-pagination: {more: next}\nx-statuses:"),
    `contract-fact ${doc}:54:1 \`parameter\` is missing: write a text.`,
  ],
])("%s is a finding", (_, given, want) => {
  expect(brief(findingsOf(given))).toEqual([want]);
});
