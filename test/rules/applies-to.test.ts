import { describe, expect, test } from "vitest";
import { changed, check, said } from "./support/check.ts";
import { GET, LIST, ref, response, schema } from "./support/describe-rule.ts";
import { all, drop, put, read } from "./support/edits.ts";

const CODE = "title_taken";
const CONDITIONS = `${schema(CODE)}/x-applies-to`;
const OPERATION = { responses: { 200: { description: "Fine." }, 401: ref(response("Unauthenticated")) } };

/** The library with other operations and conditions of a code; the operation of a path alone declares the code. */
function documentWith(conditions: unknown, paths: Record<string, object>, declaring?: string): unknown {
  const document = changed(all(put(CONDITIONS, conditions), put("/paths", paths)));
  if (declaring === undefined) return document;
  const conflict = read(document, response("Conflict"));
  put(`/paths/${declaring.replaceAll("/", "~1")}/post/responses/409`, conflict)(document);
  return document;
}

/** Whether a condition holds for an operation: it lacks the code, it cannot have it, or the document does not tell. */
function verdict(condition: string, paths: Record<string, object>, path: string): boolean | undefined {
  const lacking = said("error-required-statuses", documentWith([condition], paths));
  if (lacking.some((message) => message.startsWith(`POST ${path} `) && / 409\b/.test(message))) return true;
  const wrong = said("error-no-overdeclared", documentWith([condition], paths, path));
  return wrong.some((message) => message.includes(CODE)) ? false : undefined;
}

describe("the id of a resource in a path", () => {
  test.each<[what: string, paths: Record<string, boolean | undefined>]>([
    ["a parameter at the end", { "/books": false, "/books/{book}": true }],
    ["a parameter at the end, before a slash", { "/books/": false, "/books/{book}/": true }],
    ["a parameter of one letter", { "/books": false, "/books/{b}": true }],
    ["a parameter that not all paths have", { "/health": false, "/books/{book}/pages": true }],
    ["not one that stands in every path and ends none", { "/{team}/books": false, "/{team}/pens": false }],
    [
      "a parameter behind one that stands in every path",
      { "/{team}/books": false, "/{team}/books/{book}": true, "/{team}/books/{book}/pages": true },
    ],
    [
      "perhaps one that stands in every path and ends one",
      { "/{team}": true, "/{team}/": true, "/{team}/books": undefined },
    ],
    [
      "perhaps one of two that stand in every path, of which one ends one",
      { "/{team}/{shelf}/books": undefined, "/{team}/books/{shelf}": true },
    ],
    ["what the path ends with, and not what begins like it", { "/{team}/a/{b}c": true, "/{team}/d": false }],
  ])("is %s", (_, given) => {
    const paths = Object.fromEntries(Object.keys(given).map((path) => [path, { post: OPERATION }]));
    const verdicts = Object.keys(given).map((path) => [path, verdict("path-id", paths, path)]);
    expect(Object.fromEntries(verdicts)).toEqual(given);
  });
});

const body = (content: Record<string, unknown>) => ({ requestBody: { content } });
const schemaOf = (given: unknown) => ({ schema: given });
const required = { required: ["title"] };
test.each<[condition: string, what: string, operation: object, want: boolean]>([
  ["body", "a body", body({}), true],
  ["body", "no body", {}, false],
  ["required-body", "no body", {}, false],
  ["required-body", "a body that requires a field", body({ "application/json": schemaOf(required) }), true],
  ["required-body", "a body without a schema", body({ "application/json": {} }), false],
  ["required-body", "a body of anything", body({ "application/json": schemaOf({}) }), false],
  [
    "required-body",
    "a form that requires a field",
    body({ "multipart/form-data": schemaOf(required) }),
    false,
  ],
  [
    "required-body",
    "a body that requires a field, beside a form",
    body({ "multipart/form-data": schemaOf({}), "application/json": schemaOf(required) }),
    true,
  ],
  [
    "required-body",
    "a choice of bodies of which one requires a field",
    body({ "application/json": schemaOf({ oneOf: [required, {}] }) }),
    false,
  ],
  [
    "required-body",
    "a choice of bodies that all require a field",
    body({ "application/json": schemaOf({ oneOf: [required, { required: ["id"] }] }) }),
    true,
  ],
  ["query", "a parameter of the query", { parameters: [{ name: "a", in: "query" }] }, true],
  ["query", "a header", { parameters: [{ name: "a", in: "header" }] }, false],
  [
    "query",
    "a parameter that refers to nothing",
    { parameters: [ref("/components/parameters/none")] },
    false,
  ],
])("the condition %s for an operation with %s", (condition, _, operation, want) => {
  const paths = { "/books": { post: { ...operation, ...OPERATION } } };
  expect(verdict(condition, paths, "/books")).toBe(want);
});

test.each([
  ["an empty list", []],
  ["a word", "always"],
  ["an unknown condition beside a known one", ["always", "sometimes"]],
  ["nothing but numbers", [1]],
])("%s as conditions says nothing of any operation", (_, conditions) => {
  const found = check(documentWith(conditions, { "/books": { post: OPERATION } }, "/books"));
  expect(found.filter(({ rule }) => rule === "error-no-overdeclared")).toEqual([]);
  const lacking = said(
    "error-required-statuses",
    documentWith(conditions, { "/books": { post: OPERATION } }),
  );
  expect(lacking.filter((message) => / 409\b/.test(message))).toEqual([]);
});

test("a condition that is named twice is one", () => {
  expect(
    said("error-required-statuses", documentWith(["write", "write"], { "/books": { post: OPERATION } }))[0],
  ).toContain(CODE);
});

describe("where no code says where it applies", () => {
  const none = all(
    ...[
      "key_missing",
      "not_found",
      "value_invalid",
      CODE,
      "too_many_requests",
      "server_failure",
      "storage_failure",
    ].map((code) => drop(`${schema(code)}/x-applies-to`)),
  );
  const covers = (status: string, name: string) =>
    all(
      put("/paths/~1shelves~1{shelf}~1covers/get", {
        responses: { 200: {}, 401: ref(response("Unauthenticated")) },
      }),
      ...[LIST, GET, "/paths/~1shelves~1{shelf}~1covers/get"].map((at) =>
        put(`${at}/responses/${status}`, ref(response(name))),
      ),
    );
  const missing = (...edits: Parameters<typeof all>) =>
    said("error-required-statuses", changed(all(...edits))).filter((message) => message.startsWith("POST"));

  test("an operation lacks the status that all others declare", () => {
    expect(missing(none, covers("410", "NotFound"))).toEqual([
      "POST /shelves/{shelf}/books declares no 410 response. Add it.",
    ]);
  });

  test.each([
    ["a code says where it applies", covers("410", "NotFound")],
    ["what all others have is an extension", all(none, covers("x-410", "NotFound"))],
    ["what all others have is no status", all(none, covers("4100", "NotFound"))],
    ["what all others have is a range", all(none, covers("4XX", "NotFound"))],
    ["what all others have is a success", all(none, covers("210", "NotFound"))],
  ])("and none where %s", (_, edit) => {
    expect(missing(edit)).toEqual([]);
  });

  test("and none where errors are in the form of somebody else", () => {
    const body = {
      content: { "application/json": { schema: { properties: { code: { type: "string" } } } } },
    };
    const paths = ["/a", "/b", "/c", "/d"].map((path) => [
      path,
      { get: { responses: { 200: {}, 400: body, ...(path === "/d" ? {} : { 404: body }) } } },
    ]);
    expect(check({ openapi: "3.1.0", paths: Object.fromEntries(paths) })).toEqual([]);
  });
});
