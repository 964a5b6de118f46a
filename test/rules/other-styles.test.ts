import { describe, expect, test } from "vitest";
import { parsedDocument } from "../../src/document/index.ts";
import { checkDocument } from "../../src/rules/check.ts";

type Json = Record<string, unknown>;

/** A body of errors, by its media type. */
interface Body {
  type?: string;
  schema?: unknown;
  example?: unknown;
}

/** A document with one operation for each set of error bodies, by status. */
function documentWith(operations: Record<string, Body>[], schemas: Json = {}): Json {
  const response = ({ type = "application/json", ...media }: Body) => ({
    description: "No.",
    content: { [type]: media },
  });
  return {
    openapi: "3.1.0",
    components: { schemas },
    paths: Object.fromEntries(
      operations.map((bodies, index) => {
        const errors = Object.entries(bodies).map(([status, body]) => [status, response(body)]);
        return [`/p${index}`, { get: { responses: { 200: {}, ...Object.fromEntries(errors) } } }];
      }),
    ),
  };
}

function check(document: Json) {
  const { findings, note } = checkDocument(parsedDocument(document));
  return {
    note,
    rules: findings.map(({ rule }) => rule),
    messages: findings.map(({ message }) => message),
    places: findings.map(({ at }) => at.location.pointer.replace(/\/get\/responses\//, " ")),
  };
}

const text = { type: "string" };
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

describe("the status in a body", () => {
  const body = (status: Json, more: Body = {}): Body => ({
    schema: { properties: { code: text, status } },
    ...more,
  });
  const WRONG = "error-status-matches-response";

  test.each<[string, Body, number]>([
    ["the one of its response", body({ const: 404 }), 0],
    ["another one", body({ const: 400 }), 1],
    ["an enumeration of another one", body({ enum: [400] }), 1],
    ["an enumeration of several", body({ enum: [400, 409] }), 0],
    ["any number", body({ type: "integer" }), 0],
    ["a word", body({ const: "error" }), 0],
    ["a number that is no status of an error", body({ const: 1 }), 0],
    ["the last of all statuses", body({ const: 599 }), 1],
    ["a number above all statuses", body({ const: 600 }), 0],
    ["that of its example", body({ type: "integer" }, { example: { code: "gone", status: 404 } }), 0],
    [
      "another one than its example",
      body({ type: "integer" }, { example: { code: "gone", status: 500 } }),
      1,
    ],
  ])("is %s", (_, given, count) => {
    expect(check(documentWith([{ 404: given }])).rules).toEqual(Array(count).fill(WRONG));
  });

  test("is told with both numbers, where it stands", () => {
    const { messages, places } = check(documentWith([{ 404: body({ const: 400 }) }]));
    expect(messages).toEqual([
      "The body of the 404 response of GET /p0 has the status 400, and the response is a 404. Say the same in both.",
    ]);
    expect(places).toEqual(["/paths/~1p0 404/content/application~1json/schema/properties/status/const"]);
  });

  test("is told where an example has it", () => {
    const { places, messages } = check(
      documentWith([{ 404: body({}, { example: { code: "gone", status: 500 } }) }]),
    );
    expect(places).toEqual(["/paths/~1p0 404/content/application~1json/example/status"]);
    expect(messages).toEqual([
      "An example of the body of the 404 response of GET /p0 has the status 500, and the response is a 404. Say the same in both.",
    ]);
  });

  test("is told beside every status of a shared response, in order", () => {
    const document = documentWith([{ 410: {} }, { 404: {} }]);
    const { paths } = document as { paths: Record<string, { get: { responses: Json } }> };
    for (const [path, status] of Object.entries({ "/p0": 410, "/p1": 404 })) {
      if (paths[path]) paths[path].get.responses[status] = { $ref: "#/components/responses/Gone" };
    }
    const Gone = { description: "Gone.", content: { "application/json": body({ const: 400 }) } };
    expect(check({ ...document, components: { responses: { Gone } } }).messages).toEqual([
      "The body of Gone has the status 400, and the response is a 404 or 410. Say the same in both.",
    ]);
  });

  test("is that of one of the statuses which a shared response has", () => {
    const document = documentWith([{ 404: {} }, { 410: {} }]);
    const shared = { $ref: "#/components/responses/Gone" };
    const { paths } = document as { paths: Record<string, { get: { responses: Json } }> };
    for (const [path, status] of Object.entries({ "/p0": 404, "/p1": 410 })) {
      if (paths[path]) paths[path].get.responses[status] = shared;
    }
    const Gone = { description: "Gone.", content: { "application/json": body({ const: 410 }) } };
    expect(check({ ...document, components: { responses: { Gone } } }).rules).toEqual([]);
  });

  test("in the example of a schema is that of no response, as many may share it", () => {
    const Failure = { properties: { code: text, status: {} }, example: { code: "bad", status: 400 } };
    const shared = { schema: { $ref: "#/components/schemas/Failure" } };
    expect(check(documentWith([{ 400: shared, 404: shared }], { Failure })).rules).toEqual([]);
  });

  test("fits a range and a default", () => {
    expect(
      check(documentWith([{ "4XX": body({ const: 404 }), default: body({ const: 500 }) }])).rules,
    ).toEqual([]);
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
