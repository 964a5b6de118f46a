import { describe, expect, it } from "vitest";
import { conformanceFacts as facts } from "../../generated/conformance.ts";
import { type CheckedResponse, checkResponse } from "../../src/conformance/index.ts";
import { type Case, deleted, errorBody, json, rulesOf, team } from "./responses.ts";

describe("the status", () => {
  it.each<Case>([
    {
      name: "of the code is right",
      given: { operation: "getTicket", status: 404, body: errorBody("resource_not_found") },
      want: [],
    },
    {
      name: "of another code is wrong",
      given: { operation: "getTicket", status: 400, body: errorBody("resource_not_found") },
      want: ["status-mismatch /status"],
    },
    {
      name: "of a success is wrong with an error",
      given: { operation: "getTicket", status: 200, body: errorBody("resource_not_found") },
      want: ["status-mismatch /status"],
    },
    {
      name: "of a success is wrong with an unknown error",
      given: { operation: "getTicket", status: 200, body: errorBody("gone_fishing") },
      want: ["status-mismatch /status", "unknown-code /body/error/code"],
    },
    {
      name: "of an error is wrong with a success",
      given: { operation: "deleteTicket", status: 400, body: deleted },
      want: ["success-flag /body/success"],
    },
    {
      name: "is one that the operation does not declare",
      given: { operation: "deleteTicket", status: 202, body: deleted },
      want: ["undeclared-status /status"],
    },
    {
      name: "is a proxy's, and so is the page",
      given: { operation: "getTicket", status: 502, text: "<html><h1>Bad Gateway</h1></html>" },
      want: ["undeclared-status /status", "not-json /body"],
    },
    {
      name: "is the API's, and the page is not",
      given: { operation: "getTicket", status: 500, text: "<html><h1>Sorry</h1></html>" },
      want: ["not-json /body"],
    },
    {
      name: "of a redirect is not declared, and its page not judged",
      given: { operation: "getTicket", status: 301, text: "<a href=/>here</a>" },
      want: ["undeclared-status /status"],
    },
    { name: "304 needs no body", given: { operation: "getTicket", status: 304, text: "" }, want: [] },
    {
      name: "is not judged where it was not recorded",
      given: { operation: "getTicket", body: errorBody("resource_not_found") },
      want: [],
    },
    {
      name: "goes with a code that the operation does not declare",
      given: { operation: "listTickets", status: 404, body: errorBody("resource_not_found") },
      want: ["undeclared-code /body/error/code"],
    },
  ])("$name", ({ given, want }) => {
    expect(rulesOf(given)).toEqual(want);
  });
});

describe("the operation", () => {
  const body = errorBody("resource_not_found");
  it.each<Case>([
    {
      name: "is told by method and path",
      given: { method: "GET", path: `${team}/tickets`, status: 404, body },
      want: ["undeclared-code /body/error/code"],
    },
    {
      name: "is the GET of a HEAD, whose body is not judged",
      given: { method: "head", path: `${team}/tickets`, status: 200, text: "" },
      want: [],
    },
    {
      name: "may be one that the contract does not have, which is noted",
      given: { method: "GET", path: `${team}/unicorns`, status: 404, body },
      want: ["unknown-operation /path (note)"],
    },
    {
      name: "answers outside the contract if it is not in it",
      given: { method: "PUT", path: `${team}/tickets`, status: 405, text: "Method not allowed" },
      want: ["unknown-operation /path (note)"],
    },
    {
      name: "is judged all the same if it speaks the contract's language",
      given: { method: "GET", path: `${team}/unicorns`, status: 400, body },
      want: ["unknown-operation /path (note)", "status-mismatch /status"],
    },
    {
      name: "has a name that the contract does not have",
      given: { operation: "fly", status: 404, body },
      want: ["unknown-operation /path (note)"],
    },
  ])("$name", ({ given, want }) => {
    expect(rulesOf(given)).toEqual(want);
  });

  it("may stand below another base path", () => {
    const given = { method: "GET", path: "/tickets/teams/x/tickets", status: 404, body };
    expect(rulesOf(given, { basePath: "/tickets/" })).toEqual(["undeclared-code /body/error/code"]);
  });

  it("is named in the problem, with the code", () => {
    const [problem] = checkResponse(facts, { operation: "listTickets", status: 404, body });
    expect(problem).toMatchObject({ operation: "listTickets", code: "resource_not_found" });
  });
});

describe("the headers", () => {
  const limited = (headers: CheckedResponse["headers"]): CheckedResponse => ({
    operation: "listTickets",
    status: 429,
    headers,
    body: errorBody("rate_limit_exceeded"),
  });
  it.each<{ name: string; headers: CheckedResponse["headers"]; want: string[] }>([
    { name: "are not judged where they were not recorded", headers: undefined, want: [] },
    { name: "say how long to wait", headers: { ...json, "Retry-After": "30" }, want: [] },
    { name: "say it twice alike", headers: { ...json, "Retry-After": ["3", "3"] }, want: [] },
    { name: "lack Retry-After", headers: json, want: ["retry-after-missing /headers/retry-after"] },
    ...["-1", "1.5", "abc", "", "3, 5", "Sun, 32 Nov 1994 08:49:37 GMT"].map((value) => ({
      name: `say only ${JSON.stringify(value)}`,
      headers: { ...json, "retry-after": value },
      want: ["retry-after-missing /headers/retry-after"],
    })),
    {
      name: "say it as a date, as RFC 9110 allows",
      headers: { ...json, "Retry-After": "Sun, 06 Nov 1994 08:49:37 GMT" },
      want: ["retry-after-date /headers/retry-after (note)"],
    },
    {
      name: "come as pairs, in any case",
      headers: [...Object.entries(json), ["RETRY-AFTER", "1"]] as [string, string][],
      want: [],
    },
    { name: "come as Headers", headers: new Headers({ ...json, "Retry-After": "30" }), want: [] },
    {
      name: "come as a HAR has them",
      headers: [...Object.entries(json), ["Retry-After", "1"]].map(([name = "", value = ""]) => ({
        name,
        value,
      })),
      want: [],
    },
    {
      name: "lack all limits",
      headers: { "content-type": "application/json", "retry-after": "1" },
      want: ["header-missing /headers (note)"],
    },
    {
      name: "have a limit that is no number",
      headers: { ...json, "Retry-After": "1", "X-RateLimit-Reset": "soon" },
      want: ["header-missing /headers/x-ratelimit-reset (note)"],
    },
    ...["application/json;charset=UTF-8", "application/json ; charset=utf-8", "APPLICATION/JSON"].map(
      (type) => ({
        name: `say ${type}`,
        headers: { ...json, "Content-Type": type, "Retry-After": "1" },
        want: [],
      }),
    ),
    ...["application/problem+json", "text/plain", "", "application/json2"].map((type) => ({
      name: `say ${JSON.stringify(type)}`,
      headers: { ...json, "Content-Type": type, "Retry-After": "1" },
      want: ["media-type /headers/content-type"],
    })),
  ])("$name", ({ headers, want }) => {
    expect(rulesOf(limited(headers))).toEqual(want);
  });

  it("of a success lack a limit, which is noted", () => {
    const { "X-RateLimit-Limit": _, ...rest } = json;
    expect(rulesOf({ operation: "deleteTicket", status: 200, headers: rest, body: deleted })).toEqual([
      "header-missing /headers/x-ratelimit-limit (note)",
    ]);
  });

  it.each([
    ["1.5", '"1.5"'],
    [undefined, "missing"],
    ["", "empty"],
    ["3, 5", "two different values"],
    ["<script>", "something else"],
  ])("say what came instead of seconds: %j", (value, told) => {
    const [problem] = checkResponse(facts, limited({ ...json, "Retry-After": value }));
    expect(problem?.message).toBe(`\`Retry-After\` must be a whole number of seconds; it is ${told}.`);
  });
});
