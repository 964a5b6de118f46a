import { describe, expect, test } from "vitest";
import {
  body,
  differ,
  form,
  handed,
  header,
  inPath,
  media,
  NONE,
  operation,
  parameter,
  response,
  scheme,
  servers,
  variable,
} from "./small-api.ts";
import type { Json } from "./support.ts";

describe("no difference is", () => {
  const twoParameters = parameter({}).operation.parameters.concat(
    parameter({ name: "a" }).operation.parameters,
  );

  test.each<[writing: string, one: Json, other: Json]>([
    ["blanks around a summary", operation({ summary: "Change it" }), operation({ summary: " Change it\n" })],
    ["a blank description", NONE, operation({ description: " " })],
    ["a description that is no text", NONE, operation({ description: 3 })],
    ["a deprecation that does not hold", NONE, operation({ deprecated: false })],
    ["an operationId or a tag", NONE, operation({ operationId: "other", tags: ["things"] })],
    ["a key of one's own", NONE, operation({ "x-note": "n" })],
    ["a description of the API", NONE, { info: { title: "Other", version: "2.0.0" } }],

    [
      "security that the operation repeats",
      { security: [{ key: [] }] },
      operation({ security: [{ key: [] }] }),
    ],
    ["an empty list of security", NONE, operation({ security: [] })],
    [
      "the order of alternatives",
      operation({ security: [{ b: [] }, {}, { a: [] }] }),
      operation({ security: [{ a: [] }, { b: [] }, {}] }),
    ],
    [
      "the order of schemes that are needed at once",
      operation({ security: [{ b: [], a: [] }, { ab: [] }] }),
      operation({ security: [{ a: [], b: [] }, { ab: [] }] }),
    ],
    [
      "the order of scopes",
      operation({ security: [{ key: ["read", "write"] }] }),
      operation({ security: [{ key: ["write", "read"] }] }),
    ],
    ["a key of one's own in a security scheme", scheme({ type: "http" }), scheme({ type: "http", "x-a": 1 })],
    [
      "a key of one's own deep in a security scheme",
      scheme({ flows: { password: {} } }),
      scheme({ flows: { password: { "x-a": 1 } } }),
    ],

    ["slashes that end a server's address", servers("https://a.example"), servers("https://a.example//")],
    ["the root as the only server", NONE, servers("/")],
    ["a server without an address", NONE, { servers: [{}] }],
    ["an empty list of servers", NONE, { servers: [] }],
    ["an empty list of servers at the operation", NONE, operation({ servers: [] })],
    ["the words of a server", servers("/a"), { servers: [{ url: "/a", description: "A." }] }],
    [
      "the order of the values of a variable",
      variable({ default: "a", enum: ["a", "b"] }),
      variable({ default: "a", enum: ["b", "a"] }),
    ],

    ["a parameter of the path item at the operation", parameter({}), { item: parameter({}).operation }],
    [
      "the order of parameters",
      operation({ parameters: twoParameters }),
      operation({ parameters: twoParameters.toReversed() }),
    ],
    ["an empty list of parameters", NONE, operation({ parameters: [] })],
    ["blanks around the name of a parameter", parameter({}), parameter({ name: " q" })],
    [
      "a parameter's defaults",
      parameter({}),
      parameter({ required: false, deprecated: false, allowEmptyValue: false, allowReserved: false }),
    ],
    ["the style of the query", parameter({}), parameter({ style: "form", explode: true })],
    [
      "the style of cookies",
      parameter({ in: "cookie" }),
      parameter({ in: "cookie", style: "form", explode: true }),
    ],
    ["the style of the path", inPath({}), inPath({ style: "simple", explode: false })],
    [
      "the style of headers",
      parameter({ in: "header" }),
      parameter({ in: "header", style: "simple", explode: false }),
    ],
    [
      "the default of another style",
      parameter({ style: "pipeDelimited" }),
      parameter({ style: "pipeDelimited", explode: false }),
    ],
    ["an example of a parameter", parameter({}), parameter({ example: "e" })],
    ["a schema that allows everything", parameter({ schema: {} }), parameter({ schema: undefined })],

    [
      "capitals in a media type",
      media({ schema: { type: "string" } }),
      media({ schema: { type: "string" } }, "Application/JSON"),
    ],
    [
      "the order of media types",
      body({ content: { "a/a": {}, "b/b": {} } }),
      body({ content: { "b/b": {}, "a/a": {} } }),
    ],
    ["an example of a body", media({ schema: {} }), media({ schema: {}, examples: { a: { value: 1 } } })],
    ["a body's defaults", body({}), body({ required: false })],
    [
      "a form's defaults",
      form({ tags: {} }),
      form({ tags: { style: "form", explode: true, allowReserved: false } }),
    ],

    ["capitals in the name of a header", header({}), header({}, "x-COUNT")],
    [
      "a header's defaults",
      header({}),
      header({ required: false, deprecated: false, style: "simple", explode: false }),
    ],
    ["an empty list of headers", NONE, response({ headers: {}, content: {} })],
    [
      "a response that is an error",
      NONE,
      operation({
        responses: {
          200: { description: "Fine." },
          400: { description: "Wrong." },
          default: { description: "Else." },
        },
      }),
    ],
    [
      "a key of one's own among the responses",
      NONE,
      operation({ responses: { 200: { description: "Fine." }, "x-note": { description: "n" } } }),
    ],
    [
      "a description of a response that is blank",
      response({ description: undefined }),
      response({ description: " " }),
    ],
  ])("%s", async (_, one, other) => {
    expect(JSON.stringify(one)).not.toBe(JSON.stringify(other));
    expect(await differ(one, other)).toBe(false);
  });
});

test("Redocly is handed OpenAPI documents with everything written out", async () => {
  const one = { ...header({ description: " How many. " }).operation, ...body({ required: true }).operation };
  const { parameters } = inPath({}).operation;
  const written = await handed({
    ...operation({ deprecated: true, ...one, parameters }),
    info: { title: "Things", version: "2.0.0" },
  });
  const flags = { required: false, deprecated: false };
  const style = { style: "simple", explode: false };
  expect(written).toEqual({
    openapi: "3.1.0",
    info: { title: "API", version: "1.0.0" },
    servers: [{ url: "/", variables: {} }],
    components: { securitySchemes: {} },
    paths: {
      "/things/{id}": {
        post: {
          deprecated: true,
          security: [],
          parameters: [
            {
              ...{ name: "id", in: "path", ...flags, required: true, allowEmptyValue: false },
              ...{ allowReserved: false, ...style, schema: { type: "string" }, content: {} },
            },
          ],
          requestBody: {
            required: true,
            content: { "application/json": { schema: { type: "string" }, encoding: {} } },
          },
          responses: {
            "200": {
              description: "Fine.",
              headers: {
                "x-count": {
                  ...{ ...flags, ...style, description: "How many.", schema: { type: "integer" } },
                  content: {},
                },
              },
              content: {},
            },
          },
        },
      },
    },
  });
});
