import { describe, expect, it } from "vitest";
import { conformanceFacts as facts } from "../../generated/conformance.ts";
import { type CheckedResponse, checkResponse } from "../../src/conformance/index.ts";
import { isConforming } from "../../src/conformance/problem.ts";
import { deleted, errorBody, json, limits, team } from "./responses.ts";

const of = (code: string, change: Record<string, unknown> = {}) => ({ body: errorBody(code, change) });
const body = errorBody("resource_not_found");
const get = { operation: "getTicket", status: 404 };
const success = { operation: "deleteTicket", status: 200, body: deleted };
const wait = { operation: "listTickets", status: 429, body: errorBody("rate_limit_exceeded") };

it.each<[name: string, given: CheckedResponse, messages: string[]]>([
  [
    "no limits",
    { ...success, headers: { "content-type": "application/json" } },
    [
      "The contract promises headers that the response does not have: `x-ratelimit-limit`, `x-ratelimit-remaining`, `x-ratelimit-reset`, `x-ratelimit-window`.",
    ],
  ],
  [
    "a limit less",
    { ...success, headers: { ...json, "X-RateLimit-Limit": undefined } },
    ["The contract promises a header that the response does not have: `x-ratelimit-limit`."],
  ],
  [
    "a limit with letters before it",
    { ...success, headers: { ...json, "X-RateLimit-Limit": "x1" } },
    ["`X-Ratelimit-Limit` must be a whole number; it is something else."],
  ],
  [
    "a limit with letters behind it",
    { ...success, headers: { ...json, "X-RateLimit-Limit": "1x" } },
    ["`X-Ratelimit-Limit` must be a whole number; it is something else."],
  ],
  ["a limit with spaces around it", { ...success, headers: { ...json, "X-RateLimit-Limit": " 1 " } }, []],
  [
    "no media type",
    { ...success, headers: limits },
    ["`Content-Type` must be application/json; it is missing."],
  ],
  [
    "another media type",
    { ...success, headers: { ...json, "Content-Type": "Text/HTML; a=b" } },
    ["`Content-Type` must be application/json; it is text/html."],
  ],
  [
    "half a media type",
    { ...success, headers: { ...json, "Content-Type": "text" } },
    ["`Content-Type` must be application/json; it is no media type."],
  ],
  [
    "a media type in brackets",
    { ...success, headers: { ...json, "Content-Type": "<a/b" } },
    ["`Content-Type` must be application/json; it is no media type."],
  ],
  [
    "a media type with a bracket behind it",
    { ...success, headers: { ...json, "Content-Type": "a/b>" } },
    ["`Content-Type` must be application/json; it is no media type."],
  ],
  [
    "a date to wait for",
    { ...wait, headers: { ...json, "retry-after": "Sun, 06 Nov 1994 08:49:37 GMT" } },
    ["`Retry-After` must be a whole number of seconds; it is a date."],
  ],
  [
    "a word to wait for, and a bracket",
    { ...wait, headers: { ...json, "retry-after": "soon<" } },
    ["`Retry-After` must be a whole number of seconds; it is something else."],
  ],
  [
    "a bracket and a word to wait for",
    { ...wait, headers: { ...json, "retry-after": "<soon" } },
    ["`Retry-After` must be a whole number of seconds; it is something else."],
  ],
  [
    "different times to wait",
    {
      ...wait,
      headers: [...Object.entries(json), ["Retry-After", "3"], ["retry-after", "5"]] as [string, string][],
    },
    ["`Retry-After` must be a whole number of seconds; it is two different values."],
  ],
  [
    "different times to wait in a list",
    { ...wait, headers: { ...json, "Retry-After": ["3", "5"] } },
    ["`Retry-After` must be a whole number of seconds; it is two different values."],
  ],
  [
    "null in place of a time to wait",
    { ...wait, headers: { ...json, "Retry-After": null } as never },
    ["`Retry-After` must be a whole number of seconds; it is missing."],
  ],
  ["one that is called get", { ...wait, headers: { ...json, "retry-after": "1", get: "x" } }, []],
  [
    "no time to wait, of no operation",
    { ...wait, operation: undefined, headers: json },
    ["`Retry-After` must be a whole number of seconds; it is missing."],
  ],
  [
    "no time to wait, with a code that is not known",
    { ...wait, body: errorBody("gone", { doc_url: facts.errors.key_expired?.docUrl }), headers: json },
    [
      "`Retry-After` must be a whole number of seconds; it is missing.",
      `There is no code gone in version ${facts.version} of the contract; a later one may have it.`,
    ],
  ],
  [
    "nothing, without a status",
    { operation: "deleteTicket", body: deleted, headers: {} },
    ["`Content-Type` must be application/json; it is missing."],
  ],
  [
    "the media type of a text",
    { ...success, body: undefined, text: "x", headers: { ...json, "Content-Type": "text/plain" } },
    ["The body must be JSON; it is text that is not JSON."],
  ],
])("it is told what is wrong with headers that have %s", (_, given, messages) => {
  expect(checkResponse(facts, given).map(({ message }) => message)).toEqual(messages);
});

const codes = (operation: string) => facts.operations.find(({ id }) => id === operation)?.codes.join(", ");
it.each<[given: CheckedResponse, pointer: string, expected: string, actual: string]>([
  [{ ...get, status: 400, body }, "/status", "404", "400"],
  [{ ...get, status: 418, text: "" }, "/status", "200, 400, 401, 403, 404, 429, 500", "418"],
  [
    { ...get, operation: "listTickets", body },
    "/body/error/code",
    `one of ${codes("listTickets")}`,
    "resource_not_found",
  ],
  [of("nope"), "/body/error/code", `one of ${Object.keys(facts.errors).join(", ")}`, "nope"],
  [of("resource_not_found", { type: "odd" }), "/body/error/type", `one of ${facts.types.join(", ")}`, "odd"],
  [of("resource_not_found", { "a/b~c": 1 }), "/body/error/a~1b~0c", "no such field", "a number"],
  [of("resource_not_found", { message: undefined }), "/body/error/message", "a string", "nothing"],
  [{ ...get, operation: "fly" }, "/path", "an operation of the contract", "fly"],
  [
    { method: "put", path: `${team}/tickets`, status: 404 },
    "/path",
    "an operation of the contract",
    "PUT of another path",
  ],
  [
    { ...success, headers: { "content-type": "application/json" } },
    "/headers",
    `the headers ${Object.keys(limits).join(", ").toLowerCase()}`,
    "nothing",
  ],
  [
    { ...success, headers: { ...json, "X-RateLimit-Limit": undefined } },
    "/headers/x-ratelimit-limit",
    "the header x-ratelimit-limit",
    "nothing",
  ],
])("of %j it is told where, what was expected and what is there", (given, pointer, expected, actual) => {
  expect(checkResponse(facts, given)[0]).toMatchObject({ pointer, expected, actual });
});

describe("a note", () => {
  it.each<[name: string, given: CheckedResponse, isNote: boolean]>([
    ["an unknown operation", { ...get, operation: "fly" }, true],
    ["no limits", { ...success, headers: { "content-type": "application/json" } }, true],
    ["a limit that is none", { ...success, headers: { ...json, "X-RateLimit-Limit": "x" } }, true],
    ["no media type", { ...success, headers: limits }, true],
    [
      "a date to wait for",
      { ...wait, headers: { ...json, "retry-after": "Sun, 06 Nov 1994 08:49:37 GMT" } },
      true,
    ],
    ["an unknown field", of("key_expired", { hint: 1 }), true],
    ["another media type", { ...success, headers: { ...json, "Content-Type": "a/b" } }, false],
    ["a note beside a fault", of("key_expired", { hint: 1, message: 7 }), false],
  ])("is no fault: %s", (_, given, isNote) => {
    const problems = checkResponse(facts, given);
    expect(problems.length).toBeGreaterThan(0);
    expect([isConforming(problems), problems.some(({ severity }) => severity === "note")]).toEqual([
      isNote,
      isNote || problems.length > 1,
    ]);
  });
});

it("what a status may have is declared for it, for all of its kind, or for any", () => {
  const operations = facts.operations.map((operation) => ({
    ...operation,
    responses: { "200": "ok", "2XX": "page", default: "any" },
  }));
  const responses = { ok: { mediaType: "application/json" }, page: {}, any: { mediaType: "text/x" } };
  const rules = (status: number, more: object) =>
    checkResponse({ ...facts, operations, responses }, { operation: "getTicket", status, ...more }).map(
      ({ rule }) => rule,
    );
  expect([200, 299, 302, 404].map((status) => rules(status, { text: "x" }))).toEqual([
    ...[["not-json"], [], [], ["not-json"]],
  ]);
  const headers = { "content-type": "text/x" };
  expect([200, 299, 404].map((status) => rules(status, { headers, body: deleted }))).toEqual([
    ...[["media-type"], [], ["success-flag"]],
  ]);
});
