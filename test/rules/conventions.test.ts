import { expect, test } from "vitest";
import { parsedDocument } from "../../src/document/index.ts";
import { checkDocument } from "../../src/rules/check.ts";

const json = (schema: unknown) => ({ description: "No.", content: { "application/json": { schema } } });

/** A document whose operations have these error bodies, one each. */
function documentWith(bodies: readonly unknown[], components: unknown = {}): unknown {
  return {
    openapi: "3.1.0",
    info: { title: "T", version: "1" },
    components: { schemas: components },
    paths: Object.fromEntries(
      bodies.map((body, index) => [
        `/p${index}`,
        { get: { responses: { 200: { description: "Yes." }, 400: json(body) } } },
      ]),
    ),
  };
}

function check(document: unknown) {
  const { findings, note } = checkDocument(parsedDocument(document));
  return { found: findings.map(({ rule, at }) => `${rule} ${at.location.pointer}`), note, findings };
}

const text = { type: "string" };
const STYLES: [string, unknown][] = [
  ["`code`", { properties: { status: { type: "integer" }, code: text, message: text } }],
  ["`errors[].code`", { properties: { errors: { type: "array", items: { properties: { code: text } } } } }],
  ["`errorCode`", { properties: { errorCode: text } }],
  ["`error_code`", { allOf: [{ properties: { error_code: { enum: ["a", "b"] } } }] }],
  [
    "`type` of problem details (RFC 9457)",
    { properties: { type: text, title: text, status: { type: "integer" } } },
  ],
];

test.each(STYLES)(
  "errors told apart by %s are recognised, and a body of another form is a finding",
  (place, body) => {
    const other = { properties: { text } };
    const { found, note, findings } = check(documentWith([body, body, other]));
    expect(note).toContain(`told apart by ${place}, in 2 of 3 bodies`);
    expect(found).toEqual(["error-envelope /paths/~1p2/get/responses/400/content/application~1json/schema"]);
    expect(findings[0]?.message).toBe(
      `The body of the 400 response of GET /p2 has no ${place}, which 2 of 3 error bodies have. Give all errors one form.`,
    );
  },
);

test("bodies without a common form are named as that, and not judged by what they do not follow", () => {
  const { found, note } = check(documentWith([{ properties: { text } }, { type: "string" }]));
  expect(found).toEqual([]);
  expect(note).toMatch(/^No common form of error bodies was recognised/);
});

test("an object of the business with an error in it is no envelope", () => {
  const job = { properties: { id: text, error: { properties: { code: text } } } };
  const { found } = check(documentWith([{ properties: { message: text } }], { Job: job }));
  expect(found).toEqual([]);
});

test.each([{ swagger: "2.0" }, { openapi: "13.1.0" }, { openapi: 3.1 }, { openapi: "2.3.0" }])(
  "another format is said not to be checked: %j",
  (version) => {
    expect(check({ ...version, paths: {} }).note).toBe(
      "The error rules were not run: they read OpenAPI 3, and this is another format.",
    );
  },
);

test.each([
  [
    ["NOT_FOUND", "badArgument"],
    'are spelled in several ways, such as "NOT_FOUND" and "badArgument". Keep to one form.',
  ],
  [["a-b", "c d", "e_f"], 'are spelled in several ways, such as "a-b" and "c d". Keep to one form.'],
  [
    ["NOT_FOUND", "GONE", "badArgument", "no-way"],
    'are spelled in several ways, such as "NOT_FOUND" and "badArgument". Keep to one form.',
  ],
  [["not Found!"], "is in no usual form, such as lower_snake_case. Rename it before it is published."],
])("codes that agree on no form are one finding: %j", (codes, want) => {
  const body = { properties: { code: { type: "string", enum: codes } } };
  const { findings } = check(documentWith([body]));
  expect(findings.map(({ rule, message }) => [rule, message])).toEqual([
    ["error-code-format", expect.stringContaining(want)],
  ]);
});

test("where each alternative of a body is an envelope of its own, none of them gives its name to all", () => {
  const own = (code: string) => ({ properties: { error: { properties: { code: { const: code } } } } });
  const refs = ["Lost", "Late"].map((name) => ({ $ref: `#/components/schemas/${name}` }));
  const document = documentWith([{ oneOf: refs }, { properties: { text } }], {
    Lost: own("lost"),
    Late: own("late"),
  });
  const { findings } = check(document);
  expect(findings.filter(({ rule }) => rule === "error-envelope").map(({ message }) => message)).toEqual([
    "This error body of the 400 response of GET /p1 is not the envelope of the other errors: it has no `error` object. Build it on the envelope of the other errors by $ref.",
  ]);
});

test("codes of any one spelling are fine, and one of another spelling is a finding", () => {
  const body = (codes: string[]) => ({ properties: { code: { type: "string", enum: codes } } });
  expect(check(documentWith([body(["NOT_FOUND", "GONE", "RATE_LIMITED"])])).found).toEqual([]);
  const { found, findings } = check(documentWith([body(["NOT_FOUND", "GONE", "rateLimited"])]));
  expect(found).toEqual([
    "error-code-format /paths/~1p0/get/responses/400/content/application~1json/schema/properties/code/enum/2",
  ]);
  expect(findings[0]?.message).toBe(
    'The code "rateLimited" is not in the form UPPER_SNAKE_CASE, unlike the others. Rename it before it is published.',
  );
});

test("the types of problem details are addresses, which have no spelling", () => {
  const type = { enum: ["https://shop.example/gone", "about:blank", "urn:shop:late"] };
  const body = { properties: { type, title: text, status: { type: "integer" } } };
  expect(check(documentWith([body])).found).toEqual([]);
});

test("of two spellings that as many codes have, lower_snake_case is the usual one", () => {
  const { findings } = check(
    documentWith([{ properties: { code: { enum: ["gone", "lost", "NOT_FOUND"] } } }]),
  );
  expect(findings.map(({ message }) => message)).toEqual([
    expect.stringContaining('"NOT_FOUND" is not in the form lower_snake_case, unlike the others.'),
  ]);
});

test("null in an enum says that a field may be null", () => {
  expect(check(documentWith([{ properties: { code: { enum: ["A_B", "C", null] } } }])).found).toEqual([]);
});

test.each([
  [1, [""]],
  [2, ["", ""]],
  [3, [" The same holds for all 3 operations."]],
  [4, [" The same holds for all 4 operations."]],
])("a fault of every one of %i operations is told once where there are three and more", (count, ends) => {
  const operation = { get: { responses: { 200: {}, default: {} } } };
  const names = Array.from({ length: count }, (_, index) => `/p${index}`);
  const paths = Object.fromEntries(names.map((path) => [path, operation]));
  const { findings } = check({ openapi: "3.1.0", paths });
  expect(findings.map(({ message }) => message)).toEqual(
    ends.map(
      (end, index) =>
        `GET /p${index} describes its errors by \`default\` alone. Declare a response for each status that it can return.${end}`,
    ),
  );
  const more = { ...paths, "/z": { get: { responses: { 200: {}, 400: { $ref: "#/x" } } } } };
  expect(check({ openapi: "3.1.0", paths: more }).findings.map(({ rule }) => rule)).toEqual(
    Array(count).fill("error-default-not-only"),
  );
});

test("a header that every 429 lacks is told once, whatever other responses there are", () => {
  const responses = { 200: {}, 404: { description: "Gone." }, 429: { description: "Too many." } };
  const paths = Object.fromEntries(["/a", "/b", "/c"].map((path) => [path, { get: { responses } }]));
  const { findings } = check({ openapi: "3.1.0", paths });
  expect(findings.map(({ message }) => message)).toEqual([
    "The 429 response of GET /a has no Retry-After header. Add it, and make it required. The same holds for all 3 responses with a 429.",
  ]);
});

test("the methods of OpenAPI 3.2 are operations like the others", () => {
  const operation = { responses: { 200: {}, default: {} } };
  const { found } = check({
    openapi: "3.2.0",
    paths: { "/a": { query: operation, additionalOperations: { COPY: operation } } },
  });
  expect(found).toEqual([
    "error-default-not-only /paths/~1a/query/responses/default",
    "error-default-not-only /paths/~1a/additionalOperations/COPY/responses/default",
  ]);
});

const secured = { securitySchemes: { key: { type: "http", scheme: "bearer" } } };
test.each([
  ["no operation declares a 401", { 200: {}, 400: {} }, { 200: {}, 404: {} }, 0],
  ["it declares a 403", { 200: {}, 401: {} }, { 200: {}, 403: {} }, 0],
  ["it declares its errors by default alone", { 200: {}, 401: {} }, { 200: {}, default: {} }, 0],
  [
    "another one declares a 401, and it neither that nor a 403",
    { 200: {}, 401: {} },
    { 200: {}, 404: {} },
    1,
  ],
])("whether a secured operation lacks a 401 is asked unless %s", (_, first, second, count) => {
  const { found } = check({
    openapi: "3.1.0",
    components: secured,
    security: [{ key: [] }],
    paths: { "/a": { get: { responses: first } }, "/b": { get: { responses: second } } },
  });
  expect(found.filter((one) => one.startsWith("error-401"))).toHaveLength(count);
});

test.each([
  "password: cannot be blank",
  "See /orders/12 and /users/7.",
  "Version 10.0.0.1 or v192.168.0.1 is too old.",
  "/app/settings has moved.",
  "secret: required",
])("%j shows nothing that is secret or internal", (message) => {
  const document = {
    openapi: "3.1.0",
    paths: {
      "/a": {
        get: {
          responses: {
            400: { description: "No.", content: { "application/json": { example: { message } } } },
          },
        },
      },
    },
  };
  expect(check(document).found).toEqual([]);
});
