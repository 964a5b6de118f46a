import { describe, expect, test } from "vitest";
import { parsedDocument } from "../../src/document/index.ts";
import { checkDocument } from "../../src/rules/check.ts";
import { rules } from "../../src/rules/rules.ts";
import { changed, said } from "./support/check.ts";
import { response, schema } from "./support/describe-rule.ts";
import { component, documentWith, object, text } from "./support/document.ts";
import { all, put } from "./support/edits.ts";
import { library } from "./support/library.ts";

const bare = object({ text });
const list = (items: unknown) => object({ errors: { type: "array", items } });
const coded = object({ code: text });
const number = { type: "integer" };

/** How a document with these bodies is said to tell its errors apart. */
function style(bodies: readonly unknown[], schemas: Record<string, unknown> = {}): string | undefined {
  const document = documentWith(
    bodies.map((body) => ({ 400: body })),
    schemas,
  );
  const note = checkDocument(parsedDocument(document)).note?.split(". These rules")[0];
  return note?.replace("The errors of this document are told apart by ", "");
}

const NONE = "No common form of error bodies was recognised (such as an `error` object with a `code`)";
const BARE = "No error body of this document has a schema";

test.each<[what: string, bodies: unknown[], want: string]>([
  ["half of the bodies", [coded, bare], "`code`, in 1 of 2 bodies"],
  ["fewer than half of the bodies", [coded, bare, bare], NONE],
  ["two styles in as many bodies", [list(coded), coded], "`code`, in 1 of 2 bodies"],
  ["two styles in as many bodies, in the other order", [coded, list(coded)], "`code`, in 1 of 2 bodies"],
  ["bodies that say nothing of their shape", [coded, true, component("None")], "`code`, in 1 of 1 bodies"],
  ["no body that says anything of its shape", [true, component("None")], BARE],
  ["one body of two that says something of its shape", [true, bare], NONE],
  ["a choice of bodies of which one has it", [{ oneOf: [coded, bare] }], "`code`, in 1 of 1 bodies"],
  ["an error object in fewer bodies", [coded, coded, object({ error: coded })], "`code`, in 2 of 3 bodies"],
  ["a list of errors with a code", [list(coded)], "`errors[].code`, in 1 of 1 bodies"],
  ["a list of errors of which some have no code", [list({ oneOf: [coded, bare] })], NONE],
  ["a list of nothing", [object({ errors: { type: "array" } })], NONE],
  [
    "a list that has its code in one of two parts",
    [{ allOf: [list(coded), list(bare)] }],
    "`errors[].code`, in 1 of 1 bodies",
  ],
  ["a code that is a number", [object({ code: { type: "number" } })], NONE],
  ["a code that is an integer", [object({ code: number })], NONE],
  ["a code that is an integer or null", [object({ code: { type: ["integer", "null"] } })], NONE],
  [
    "a code that is an integer or a text",
    [object({ code: { type: ["integer", "string"] } })],
    "`code`, in 1 of 1 bodies",
  ],
  [
    "a code that is an integer, described elsewhere",
    [object({ code: { allOf: [number, { title: "A" }] } })],
    NONE,
  ],
  [
    "a code with words, and the wrong type",
    [object({ code: { ...number, enum: ["E1"] } })],
    "`code`, in 1 of 1 bodies",
  ],
  ["a code with numbers", [object({ code: { ...number, enum: [1, 2] } })], NONE],
  ["a code with a list of nothing", [object({ code: { ...number, enum: [] } })], NONE],
  [
    "problem details",
    [object({ type: text, title: text, status: number })],
    "`type` of problem details (RFC 9457), in 1 of 1 bodies",
  ],
  ["a type alone", [object({ type: text })], NONE],
  ["a type and a title", [object({ type: text, title: text })], NONE],
  ["a type and a status", [object({ type: text, status: number })], NONE],
  ["a title and a status", [object({ title: text, status: number })], NONE],
])("%s", (_, bodies, want) => {
  expect(style(bodies)).toBe(want);
});

test("where one part of a list offers a choice, each choice is an error of its own", () => {
  const choice = { oneOf: [object({ code: { const: "bad" } }), object({ code: { const: "odd" } })] };
  const document = documentWith([
    { 400: { allOf: [list(coded), list(choice)] } },
    { 404: list(object({ code: { enum: ["bad", "odd"] } })) },
  ]);
  expect(said("error-code-one-status", document)).toHaveLength(2);
});

describe("what was not checked", () => {
  const idle = (...needs: string[]) =>
    rules.flatMap((rule) => (needs.includes(rule.needs ?? "") ? [rule.id] : [])).join(", ");

  test.each([
    ["no common form", [bare], idle("convention", "envelope", "registry")],
    ["a form of its own", [coded], idle("envelope", "registry")],
    ["an envelope without a list of codes", [object({ error: coded })], idle("registry")],
  ])("is named for errors with %s", (_, bodies, ids) => {
    const document = documentWith(bodies.map((body) => ({ 400: body })));
    const { note, findings } = checkDocument(parsedDocument(document));
    expect(note).toMatch(new RegExp(`\\. These rules had nothing to check: ${ids}\\.$`));
    expect(findings).toEqual([]);
  });

  test("is nothing where there is an envelope and a list of codes", () => {
    expect(checkDocument(parsedDocument(library()))).toEqual({ findings: [], note: undefined });
  });

  test("is what a missing file may hold, where a document is not whole", () => {
    const document = parsedDocument(changed(put(`${schema("ErrorCode")}/enum/7`, "Book-Torn")));
    const found = (isWhole: boolean) => checkDocument(document, { isWhole }).findings.map(({ rule }) => rule);
    expect(found(true)).toEqual(["error-code-format", "error-code-reachable"]);
    expect(found(false)).toEqual(["error-code-format"]);
  });
});

test("what all have in common is told once, beside what one of them has alone", () => {
  const bare429 = { description: "Too many." };
  const paths = [
    "~1shelves~1{shelf}~1books/get",
    "~1shelves~1{shelf}~1books/post",
    "~1shelves~1{shelf}~1books~1{book}/get",
  ];
  const document = changed(
    all(
      ...paths.map((path) => put(`/paths/${path}/responses/429`, bare429)),
      put(`${schema("server_failure")}/x-retry`, "after"),
      put(`${response("Failed")}/headers/Retry-After`, { schema: { type: "integer" } }),
    ),
  );
  expect(said("error-retry-after", document)).toEqual([
    "The 429 response of GET /shelves/{shelf}/books has no Retry-After header. Add it, and make it required. The same holds for all 3 responses with a 429.",
    "The Retry-After header of Failed is optional, but server_failure has `x-retry: after`. Make it required.",
  ]);
});
