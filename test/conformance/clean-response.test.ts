import { describe, expect, it } from "vitest";
import { conformanceFacts as facts } from "../../generated/conformance.ts";
import { type CheckedResponse, checkerOf, type HeadersLike } from "../../src/conformance/index.ts";
import { deleted, errorBody, json, limits } from "./responses.ts";

const { check } = checkerOf(facts);
const success: CheckedResponse = { operation: "deleteTicket", status: 200, body: deleted };
/** What is returned for a response that is seen to be clean without a closer look: always the same. */
const clean = check(success);
const isSeen = (response: CheckedResponse) => check(response) === clean;
const type = "Content-Type";

describe("A response that is as it should be is seen to be so at once", () => {
  it.each<[what: string, headers: HeadersLike]>([
    ["in any case", json],
    ["with a charset", { ...json, [type]: "application/json;charset=utf-8" }],
    ["as pairs", Object.entries(json)],
    ["as a HAR has them", Object.entries(json).map(([name, value]) => ({ name, value }))],
    ["among others", { ...json, "x-other": "1", via: "2" }],
  ])("with headers %s", (_, headers) => {
    expect(isSeen({ ...success, headers })).toBe(true);
    const wait = { operation: "listTickets", status: 429, body: errorBody("rate_limit_exceeded") };
    expect(isSeen({ ...wait, headers: { ...json, "Retry-After": "30" } })).toBe(true);
  });

  it("without headers, and with each code that its operation may return", () => {
    expect(isSeen(success)).toBe(true);
    for (const code of ["key_expired", "invalid_api_key"])
      expect(isSeen({ operation: "listTickets", status: 401, body: errorBody(code) })).toBe(true);
  });
});

describe("A closer look is taken at", () => {
  it.each<[what: string, change: Partial<CheckedResponse>]>([
    ["headers that can only be asked for", { headers: new Headers(json) }],
    ["another media type", { headers: { ...json, [type]: "text/html" } }],
    [
      "a media type that only begins like the right one",
      { headers: { ...json, [type]: "application/json2" } },
    ],
    ["no media type", { headers: limits }],
    [
      "a media type that comes twice",
      { headers: [...Object.entries(json), [type, "application/json"]] as never },
    ],
    ["a limit that is missing", { headers: { [type]: json[type] } }],
    ["a limit that is no number", { headers: { ...json, "X-RateLimit-Limit": "1e3" } }],
    ["a limit that is empty", { headers: { ...json, "X-RateLimit-Limit": "" } }],
    ["a limit with a sign", { headers: { ...json, "X-RateLimit-Limit": "-1" } }],
    ["a limit with words behind it", { headers: { ...json, "X-RateLimit-Limit": "1000 an hour" } }],
    ["a limit that is a number and no text", { headers: { ...json, "X-RateLimit-Limit": 1000 } }],
    ["no operation", { operation: undefined }],
    ["no status", { status: undefined }],
    ["a status that is not declared", { status: 202 }],
    ["no body", { body: undefined }],
    ["a field that has no name in the contract", { body: { ...deleted, extra: 1 } }],
    ["a code of another status", { status: 404, body: errorBody("key_expired") }],
    ["ids of two requests", { status: 401, body: errorBody("key_expired", { request_id: "req_2" }) }],
  ])("%s", (_, change) => {
    expect(isSeen({ ...success, ...change })).toBe(false);
  });
});
