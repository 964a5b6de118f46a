import { describe, expect, test } from "vitest";
import {
  body,
  differ,
  form,
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

describe("a difference is seen in", () => {
  test.each<[fact: string, one: Json, other: Json]>([
    ["the summary", NONE, operation({ summary: "Change it" })],
    ["the words of a summary", operation({ summary: "Change it" }), operation({ summary: "Change one" })],
    ["the description", NONE, operation({ description: "Changes it." })],
    ["a deprecation", NONE, operation({ deprecated: true })],

    ["security of the document", NONE, { security: [{ key: [] }] }],
    [
      "security of the operation",
      { security: [{ key: [] }] },
      { security: [{ key: [] }], ...operation({ security: [] }) },
    ],
    [
      "one more alternative of security",
      operation({ security: [{ key: [] }] }),
      operation({ security: [{ key: [] }, {}] }),
    ],
    [
      "schemes needed at once or one of them",
      operation({ security: [{ a: [], b: [] }] }),
      operation({ security: [{ a: [] }, { b: [] }] }),
    ],
    ["a scope", operation({ security: [{ key: ["read"] }] }), operation({ security: [{ key: ["write"] }] })],
    [
      "a security scheme",
      scheme({ type: "http", scheme: "bearer" }),
      scheme({ type: "http", scheme: "basic" }),
    ],
    [
      "a flow of a security scheme",
      scheme({ flows: { password: { tokenUrl: "a" } } }),
      scheme({ flows: { password: { tokenUrl: "b" } } }),
    ],

    ["a security scheme with a null", scheme({ a: null }), scheme({ a: null, type: "http" })],

    ["the server", servers("https://a.example"), servers("https://b.example")],
    ["the first server", servers("https://a.example"), servers("https://a.example", "https://b.example")],
    [
      "which server is the first",
      servers("https://a.example", "https://b.example"),
      servers("https://b.example", "https://a.example"),
    ],
    ["the only server", NONE, servers("https://a.example")],
    ["the default of a server's variable", variable({ default: "eu" }), variable({ default: "us" })],
    [
      "the values of a server's variable",
      variable({ default: "eu", enum: ["eu"] }),
      variable({ default: "eu", enum: ["eu", "us"] }),
    ],
    ["a server of the operation", NONE, operation(servers("https://a.example"))],
    ["a server of the path item", NONE, { item: servers("https://a.example") }],
    [
      "a server of the operation, before that of the path item",
      { item: servers("/a") },
      { item: servers("/a"), ...operation(servers("/b")) },
    ],

    ["one more parameter", NONE, parameter({})],
    ["the name of a parameter", parameter({}), parameter({ name: "query" })],
    ["the place of a parameter", parameter({}), parameter({ in: "header" })],
    ["a parameter that becomes required", parameter({}), parameter({ required: true })],
    ["the words of a parameter", parameter({}), parameter({ description: "What to look for." })],
    ["the deprecation of a parameter", parameter({}), parameter({ deprecated: true })],
    ["whether a parameter may be empty", parameter({}), parameter({ allowEmptyValue: true })],
    ["whether a parameter may hold reserved characters", parameter({}), parameter({ allowReserved: true })],
    ["the style of a parameter", parameter({}), parameter({ style: "pipeDelimited", explode: true })],
    ["the style of a path parameter", inPath({}), inPath({ style: "label" })],
    ["how a list in the query is written", parameter({}), parameter({ explode: false })],
    ["how a list in the path is written", inPath({}), inPath({ explode: true })],
    [
      "how a list with a style is written",
      parameter({ style: "pipeDelimited" }),
      parameter({ style: "pipeDelimited", explode: true }),
    ],
    ["the schema of a parameter", parameter({}), parameter({ schema: { type: "integer" } })],
    [
      "the content of a parameter",
      parameter({}),
      parameter({ schema: undefined, content: { "application/json": { schema: { type: "string" } } } }),
    ],
    ["a parameter of the path item", NONE, { item: parameter({}).operation }],
    [
      "a parameter that only the operation has",
      { item: parameter({}).operation },
      { item: parameter({}).operation, ...parameter({ in: "header" }) },
    ],
    [
      "a parameter of the operation, before that of the path item",
      { item: parameter({}).operation },
      { item: parameter({}).operation, ...parameter({ required: true }) },
    ],

    ["a request body", NONE, body({})],
    ["a request body that becomes required", body({}), body({ required: true })],
    ["the words of a request body", body({}), body({ description: "The thing." })],
    ["the media type of a request body", body({}), media({ schema: { type: "string" } }, "text/plain")],
    ["the schema of a request body", body({}), media({ schema: { type: "integer" } })],
    ["a request body without a schema", body({}), media({})],
    ["the encoding of a field", form({}), form({ file: { contentType: "image/png" } })],
    ["the media type of a field", form({ file: {} }), form({ file: { contentType: "image/png" } })],
    [
      "the style of a field in a form",
      form({ tags: {} }),
      form({ tags: { style: "spaceDelimited", explode: true } }),
    ],
    ["how a list in a form is written", form({ tags: {} }), form({ tags: { explode: false } })],
    [
      "whether a field in a form may hold reserved characters",
      form({ tags: {} }),
      form({ tags: { allowReserved: true } }),
    ],
    [
      "a header of a field in a form",
      form({ file: {} }),
      form({ file: { headers: { "X-Hash": { schema: {} } } } }),
    ],

    ["the status of the response", NONE, operation({ responses: { 201: { description: "Fine." } } })],
    [
      "one more response",
      NONE,
      operation({ responses: { 200: { description: "Fine." }, 202: { description: "Soon." } } }),
    ],
    ["the description of a response", NONE, response({ description: "Good." })],
    ["the content of a response", NONE, response({ content: { "text/csv": {} } })],
    ["a header of a response", NONE, header({})],
    ["a header that becomes required", header({}), header({ required: true })],
    ["the words of a header", header({}), header({ description: "How many." })],
    ["the deprecation of a header", header({}), header({ deprecated: true })],
    ["the schema of a header", header({}), header({ schema: { type: "string" } })],
    ["how a list in a header is written", header({}), header({ explode: true })],
    ["the content of a header", header({}), header({ schema: undefined, content: { "text/plain": {} } })],
  ])("%s", async (_, one, other) => {
    expect(await differ(one, other)).toBe(true);
    expect(await differ(other, one)).toBe(true);
  });
});

test("the name of a path parameter is none of it, and its type is", async () => {
  const path = (name: string, schema: Json, others: Json[] = []) => ({
    paths: {
      [`/shops/{shop}/things/{${name}}`]: {
        get: { parameters: [{ name, in: "path", required: true, schema }, ...others], responses: {} },
      },
    },
  });
  expect(await differ(path("id", {}), path("thing", {}))).toBe(false);
  expect(await differ(path("id", {}), path("thing", { type: "integer" }))).toBe(true);
  const query = (name: string) => [{ name, in: "query" }];
  expect(await differ(path("id", {}, query("id")), path("thing", {}, query("id")))).toBe(false);
  expect(await differ(path("id", {}, query("id")), path("thing", {}, query("thing")))).toBe(true);
});
