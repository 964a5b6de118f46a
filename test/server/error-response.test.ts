import { describe, expect, it } from "vitest";
import { errorEnvelope, errorResponse } from "../../src/entries/server.ts";
import { contract } from "../contract/project.ts";
import { faultsOf } from "./conforms.ts";

type Loose = (code: string, details?: object) => Response;
const loose = errorResponse as unknown as Loose;
const now = new Date("2026-03-30T10:30:00.000Z");

/** The details that a code demands. */
function demanded({ param, retry }: (typeof contract.errors)[number]): object {
  return { ...(param === "required" && { param: "title" }), ...(retry === "after" && { retryAfter: 30 }) };
}

describe("errorResponse", () => {
  const pairs = contract.errors.map((error) => [error.code, error] as const);

  it.each(pairs)("makes a response of %s that conforms wherever it is declared", async (code, error) => {
    for (const operation of error.operations) {
      expect(await faultsOf(loose(code, demanded(error)), operation)).toEqual([]);
    }
    expect(error.operations.length).toBeGreaterThan(0);
  });

  it("gives two responses different request ids", async () => {
    const [one, two] = await Promise.all([1, 2].map(() => errorResponse("internal_error").json()));
    expect(one.meta.requestId).not.toBe(two.meta.requestId);
  });

  it("declares no way to authenticate, as the contract has none", () => {
    expect(errorResponse("authentication_required").headers.has("www-authenticate")).toBe(false);
  });

  it("keeps the headers that it is given, except for what the contract says", () => {
    const headers = { "x-trace": "1", "content-type": "text/html", "retry-after": "0" };
    const response = errorResponse("rate_limit_exceeded", { retryAfter: 5, headers });
    expect(Object.fromEntries(response.headers)).toEqual({
      "x-trace": "1",
      "content-type": "application/json",
      "retry-after": "5",
    });
  });

  it.each([
    ["seconds", 30, "30"],
    ["a fraction, rounded up", 1.2, "2"],
    ["nothing to wait, which clients would take for at once", 0, "1"],
    ["a negative number", -5, "1"],
    ["a point in time", new Date(now.getTime() + 61_001), "62"],
    ["a time in the past", new Date(0), "1"],
  ])("writes %s as whole seconds from 1", (_, retryAfter, header) => {
    const response = errorResponse("rate_limit_exceeded", { retryAfter, timestamp: now });
    expect(response.headers.get("retry-after")).toBe(header);
  });

  it.each([
    ["an unknown code", "teapot", {}, /"teapot" is not an error code: use one of authentication_required, /],
    ["a name from the prototype", "constructor", {}, /is not an error code/],
    ["a missing param", "parameter_missing", {}, /parameter_missing needs the name of the parameter/],
    ["an empty param", "invalid_id_format", { param: "" }, /needs the name/],
    ["a param that is no text", "parameter_missing", { param: 7 }, /needs the name/],
    ["a param out of place", "key_expired", { param: "title" }, /key_expired never carries a param/],
    ["a missing time to wait", "rate_limit_exceeded", {}, /retryAfter must be a number of seconds/],
    [
      "a time that is none",
      "rate_limit_exceeded",
      { retryAfter: new Date(Number.NaN) },
      /retryAfter must be/,
    ],
    [
      "a wait without end",
      "rate_limit_exceeded",
      { retryAfter: Number.POSITIVE_INFINITY },
      /retryAfter must be/,
    ],
    ["a wait out of place", "key_expired", { retryAfter: 1 }, /key_expired has no retryAfter/],
    ["an id of another form", "key_expired", { requestId: "0815" }, /requestId must be `req_`/],
  ])("refuses %s", (_, code, details, message) => {
    expect(() => loose(code, details)).toThrow(message);
  });
});

describe("errorEnvelope", () => {
  it("is the contract's own example for the contract's own details", () => {
    const { example } = contract.errors.find(({ code }) => code === "parameter_missing") ?? {};
    const requestId = String(example?.meta.requestId);
    const timestamp = new Date(String(example?.meta.timestamp));
    const made = errorEnvelope("parameter_missing", { param: "title", requestId, timestamp });
    expect(made).toEqual({
      ...example,
      meta: { ...example?.meta, timestamp: timestamp.toISOString() },
    });
  });

  it("has no field that the contract does not have for the code", () => {
    const fields = ["type", "code", "message", "doc_url", "request_id"];
    expect(Object.keys(errorEnvelope("key_expired").error)).toEqual(fields);
  });

  it.each([
    ["the parameter", { param: "email" }, "The value of 'email' is already taken."],
    [
      "a parameter with signs that mean something",
      { param: "$& '\"" },
      "The value of '$& '\"' is already taken.",
    ],
    ["a sentence of its own", { param: "email", message: "„Schon“ vergeben 🙈" }, "„Schon“ vergeben 🙈"],
    ["no sentence", { param: "email", message: "" }, "The value of 'email' is already taken."],
  ])("says in its message %s", (_, details, message) => {
    expect(errorEnvelope("resource_conflict", details).error.message).toBe(message);
  });

  it.each([
    [{ param: "ticketId" }, "The 'ticketId' must be a UUID or a prefixed ID of the right kind."],
    [{}, "An ID in the path must be a UUID or a prefixed ID of the right kind."],
  ])("speaks of a parameter only when it is known: %j", (details, message) => {
    expect(errorEnvelope("invalid_id_format", details).error.message).toBe(message);
  });
});
