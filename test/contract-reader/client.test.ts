import { expect, test } from "vitest";
import { brief, edited, type Files, findingsOf, read } from "./document.ts";

const doc = "api/openapi.yaml";
const withMethod = (value: string): Files =>
  edited(doc, "operationId: createOrder", `operationId: createOrder\n      x-client-method: ${value}`);
const withPagination = (value: string): Files =>
  edited(doc, "operationId: listOrders", `operationId: listOrders\n      x-pagination: ${value}`);

/** The lists of the document take `at` and return `next`, and its root says something about pages. */
const paged = (said: string): Files =>
  [
    ["name: page", "name: at"],
    [
      "description: The orders.}",
      `description: The orders., content: {application/json: {schema: ${LIST}}}}`,
    ],
    ["x-statuses:", `x-pagination: {${said}}\nx-statuses:`],
  ].reduce<Files | undefined>((files, [from = "", to = ""]) => edited(doc, from, to, files), undefined) ?? {};
const LIST = "{properties: {pagination: {properties: {next: {}}}}}";

test("an operation says what its method is called, or that it has none, or nothing", () => {
  const method = (files?: Files) => read(files).operations.map(({ clientMethod }) => clientMethod);
  expect(method()).toEqual([undefined, undefined]);
  expect(method(withMethod("orders.place"))).toEqual([undefined, "orders.place"]);
  expect(method(withMethod("false"))).toEqual([undefined, false]);
});

test("lists are paged as the root of the document says, else by convention, and one operation can stand apart", () => {
  expect(read().pagination).toEqual({ parameter: "page", size: "pageSize", more: "hasMore" });
  const names = { parameter: "at", more: "next" };
  expect(read(paged("parameter: at, more: next")).pagination).toEqual(names);
  expect(read(paged("parameter: at, size: at, more: next")).pagination).toEqual({ ...names, size: "at" });
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
    paged("more: next"),
    `contract-fact ${doc}:54:1 \`parameter\` is missing: write a text.`,
  ],
  [
    "pages whose parameter has no name",
    paged("parameter: '', more: next"),
    `contract-fact ${doc}:54:16 \`parameter\` is "": write a text.`,
  ],
  [
    "a parameter for pages that no operation has in its query",
    paged("parameter: shopId, more: next"),
    `contract-fact ${doc}:54:16 \`x-pagination\` names \`shopId\`, and no operation has such a query parameter. Correct the name.`,
  ],
  [
    "a parameter for the size of a page that no operation has",
    paged("parameter: at, size: per, more: next"),
    `contract-fact ${doc}:54:31 \`x-pagination\` names \`per\`, and no operation has such a query parameter. Correct the name.`,
  ],
  [
    "a field for more pages that is misspelt",
    paged("parameter: at, more: nxt"),
    `contract-fact ${doc}:54:31 \`x-pagination\` names \`nxt\`, and no \`pagination\` has such a field. Did you mean \`next\`? Correct the name.`,
  ],
])("%s is a finding", (_, given, want) => {
  expect(brief(findingsOf(given))).toEqual([want]);
});
