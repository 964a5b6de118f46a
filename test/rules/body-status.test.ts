import { describe, expect, test } from "vitest";
import { summaryOf as check } from "./support/check.ts";
import { type Body, documentOf, text } from "./support/document.ts";

type Json = Record<string, unknown>;

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
    expect(check(documentOf([{ 404: given }])).rules).toEqual(Array(count).fill(WRONG));
  });

  test("is told with both numbers, where it stands", () => {
    const { messages, places } = check(documentOf([{ 404: body({ const: 400 }) }]));
    expect(messages).toEqual([
      "The body of the 404 response of GET /p0 has the status 400, and the response is a 404. Say the same in both.",
    ]);
    expect(places).toEqual(["/paths/~1p0 404/content/application~1json/schema/properties/status/const"]);
  });

  test("is told where an example has it", () => {
    const { places, messages } = check(
      documentOf([{ 404: body({}, { example: { code: "gone", status: 500 } }) }]),
    );
    expect(places).toEqual(["/paths/~1p0 404/content/application~1json/example/status"]);
    expect(messages).toEqual([
      "An example of the body of the 404 response of GET /p0 has the status 500, and the response is a 404. Say the same in both.",
    ]);
  });

  test("is told beside every status of a shared response, in order", () => {
    const document = documentOf([{ 410: {} }, { 404: {} }]);
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
    const document = documentOf([{ 404: {} }, { 410: {} }]);
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
    expect(check(documentOf([{ 400: shared, 404: shared }], { Failure })).rules).toEqual([]);
  });

  test("fits a range and a default", () => {
    expect(check(documentOf([{ "4XX": body({ const: 404 }), default: body({ const: 500 }) }])).rules).toEqual(
      [],
    );
  });
});
