import { describe, expect, test } from "vitest";
import { summaryOf as check } from "./support/check.ts";
import { type Body, documentOf as documentWith, text } from "./support/document.ts";

type Json = Record<string, unknown>;

const list = (codes: Json) => ({
  properties: { errors: { type: "array", items: { properties: { code: codes } } } },
});
const ALL = "#/components/schemas/All";
const ONE = "#/components/schemas/One";
/** Each style as a body with these codes, and an example of a body with one of them. */
const STYLES: Record<string, { schema: (codes: Json) => Json; example: (code: string) => Json }> = {
  "`code`": { schema: (code) => ({ properties: { code } }), example: (code) => ({ code }) },
  "`errors[].code`": { schema: list, example: (code) => ({ errors: [{ code }] }) },
  "`errorCode`": {
    schema: (errorCode) => ({ properties: { errorCode } }),
    example: (errorCode) => ({ errorCode }),
  },
  "`error_code`": {
    schema: (code) => ({ properties: { error_code: code } }),
    example: (code) => ({ error_code: code }),
  },
  "problem details": {
    schema: (type) => ({ properties: { type, title: text, status: { type: "integer" } } }),
    example: (type) => ({ type, title: "No." }),
  },
};

describe.each(Object.entries(STYLES))("errors told apart by %s", (_, { schema, example }) => {
  const codes = (...words: string[]) => schema({ enum: words });

  test("get no finding where each code has one status and one spelling", () => {
    const { rules } = check(
      documentWith([{ 400: { schema: codes("bad", "odd") }, 404: { schema: codes("gone") } }]),
    );
    expect(rules).toEqual([]);
  });

  test("get a finding for a code that is returned with two statuses", () => {
    const { rules, messages } = check(
      documentWith([{ 400: { schema: codes("bad", "gone") }, 404: { schema: codes("gone") } }]),
    );
    expect(rules).toEqual(["error-code-one-status"]);
    expect(messages[0]).toContain("The code gone is returned with 400 and 404.");
  });

  test("get none for a list of all codes under every status", () => {
    const All = { enum: ["bad", "odd", "gone"] };
    const body = { schema: schema({ $ref: "#/components/schemas/All" }) };
    expect(check(documentWith([{ 400: body, 404: body }], { All })).rules).toEqual([]);
  });

  test.each<[what: string, bodies: Record<string, Json>, count: number]>([
    ["a single code with two statuses", { 400: codes("gone"), 404: codes("gone") }, 1],
    ["a list of one code under two statuses", { 400: schema({ $ref: ONE }), 404: schema({ $ref: ONE }) }, 1],
    ["a code that is a constant", { 400: schema({ const: "gone" }), 404: codes("gone") }, 1],
    [
      "a code that is of a type, too",
      { 400: schema({ allOf: [{ enum: ["gone"] }, text] }), 404: codes("gone") },
      1,
    ],
    [
      "a code beside the list of all codes",
      {
        400: { oneOf: [schema({ $ref: ALL }), codes("odd")] },
        404: schema({ $ref: ALL }),
        409: codes("odd"),
      },
      0,
    ],
  ])("get as many findings as there are codes with two statuses: %s", (__, bodies, count) => {
    const operation = Object.fromEntries(
      Object.entries(bodies).map(([status, given]) => [status, { schema: given }]),
    );
    const { rules } = check(
      documentWith([operation], { All: { enum: ["bad", "odd", "gone"] }, One: { enum: ["gone"] } }),
    );
    expect(rules).toEqual(Array(count).fill("error-code-one-status"));
  });

  test("get a finding for each code that the response narrows a list of all to, without an example", () => {
    const All = { enum: ["bad", "odd", "gone"] };
    const narrowed = { allOf: [schema({ $ref: "#/components/schemas/All" }), codes("bad", "odd")] };
    const { rules, messages } = check(
      documentWith(
        [
          {
            400: { schema: narrowed, example: example("bad") },
            404: { schema: codes("gone"), example: example("gone") },
          },
        ],
        { All },
      ),
    );
    expect(rules).toEqual(["error-example-per-code"]);
    expect(messages).toEqual(["The 400 response of GET /p0 has no example of odd. Add one for each code."]);
  });

  test("get none for missing examples where no example shows a code", () => {
    const bodies = [{ title: "No." }, example(7 as never)].map((given) => ({
      schema: codes("bad"),
      example: given,
    }));
    expect(check(documentWith(bodies.map((body) => ({ 400: body })))).rules).toEqual([]);
  });

  test("get a finding for a code in two spellings", () => {
    const { rules, messages } = check(
      documentWith([{ 400: { schema: codes("bad", "not_found") } }, { 404: { schema: codes("notfound") } }]),
    );
    expect(rules).toEqual(["error-code-unique"]);
    expect(messages[0]).toContain('The codes "notfound" and "not_found" differ by case or separators alone.');
  });

  test("get a finding for a JSON type unlike the others, unless the usual one is offered too", () => {
    const usual = { schema: codes("bad") };
    const other = { ...usual, type: "application/vnd.shop+json" };
    const { rules, places, messages } = check(documentWith([{ 400: usual }, { 400: usual }, { 400: other }]));
    expect([rules, places, messages]).toEqual([
      ["error-media-type"],
      ["/paths/~1p2 400/content/application~1vnd.shop+json"],
      [
        "The 400 response of GET /p2 has a body of application/vnd.shop+json; 2 of 3 JSON bodies of errors are application/json. Give all errors one type.",
      ],
    ]);
    const both = documentWith([{ 400: usual }, { 400: usual }, { 400: usual }]);
    const paths = both.paths as Record<string, { get: { responses: Record<string, { content: Json }> } }>;
    const content = paths["/p2"]?.get.responses["400"]?.content ?? {};
    content["application/vnd.shop+json"] = content["text/xml"] = usual;
    expect(check(both).rules).toEqual([]);
  });

  test("are named, with the rules that had nothing to check", () => {
    const { note } = check(documentWith([{ 400: { schema: codes("bad") } }]));
    expect(note).toMatch(
      /^The errors of this document are told apart by .*, in 1 of 1 bodies\. These rules had/,
    );
    expect(note).toContain("error-by-ref, error-code-registered, ");
    expect(note).not.toMatch(/error-(envelope|no-leak|code-one-status|media-type)\b/);
  });
});

test("problem details keep their own media type where most have it", () => {
  const schema = { properties: { type: text, title: text, status: {} } };
  const typed = { schema, type: "application/problem+json" };
  const { rules, places } = check(documentWith([{ 400: typed }, { 400: { schema } }]));
  expect([rules, places]).toEqual([["error-media-type"], ["/paths/~1p1 400/content/application~1json"]]);
});

test.each<[what: string, types: [string, string], style: Json, place: string]>([
  [
    "the plain one",
    ["application/vnd.a+json", "application/json"],
    { code: text },
    "/paths/~1p0 400/content/application~1vnd.a+json",
  ],
  [
    "that of problem details",
    ["application/json", "application/problem+json"],
    { type: text, title: text, status: {} },
    "/paths/~1p0 400/content/application~1json",
  ],
])("of two types that as many bodies have, the right one is %s", (_, types, properties, place) => {
  const bodies = types.map((type) => ({ 400: { schema: { properties }, type } }));
  expect(check(documentWith(bodies)).places).toEqual([place]);
  expect(check(documentWith(bodies.toReversed())).places).toEqual([place.replace("p0", "p1")]);
});

test("a page beside JSON is nobody's business in the style of somebody else", () => {
  const page = { schema: text, type: "text/html" };
  const found = check(
    documentWith([{ 400: { schema: { properties: { code: text } } }, 404: page }, { 404: page }]),
  );
  expect(found.rules).toEqual([]);
});

test.each<[string, Record<string, Body>[], Json, RegExp | undefined]>([
  [
    "no schemas",
    [{ 400: {} }],
    {},
    /^No error body of this document has a schema\. These rules .*error-envelope/,
  ],
  ["no common form", [{ 400: { schema: text } }], {}, /^No common form .*error-media-type/],
  [
    "an envelope, and no list of codes",
    [{ 400: { schema: { properties: { error: { properties: { code: text } } } } } }],
    {},
    /no list of all codes\. These rules had nothing to check: error-code-registered, error-code-reachable, error-retired-not-reused, error-code-reference\.$/,
  ],
  ["no errors", [{}], {}, undefined],
])("a document with %s says which rules had nothing to check", (_, operations, schemas, expected) => {
  const { note } = check(documentWith(operations, schemas));
  if (expected === undefined) expect(note).toBeUndefined();
  else expect(note).toMatch(expected);
});
