import { describe, expect, it } from "vitest";
import { conformanceFacts as facts } from "../../generated/conformance.ts";
import { checkResponse } from "../../src/conformance/index.ts";
import { type Case, deleted, errorBody, rulesOf } from "./responses.ts";

describe("the body", () => {
  it.each<Case>([
    {
      name: "is not judged where it was not recorded",
      given: { operation: "getTicket", status: 404 },
      want: [],
    },
    { name: "is empty", given: { operation: "getTicket", status: 404, text: "" }, want: ["not-json /body"] },
    {
      name: "is cut off",
      given: { operation: "getTicket", status: 404, text: '{"success":false,' },
      want: ["not-json /body"],
    },
    ...["__proto__", "constructor", "toString"].map((code) => ({
      name: `has the code ${code}`,
      given: { text: JSON.stringify(errorBody("x")).replace('"code":"x"', `"code":"${code}"`) },
      want: ["unknown-code /body/error/code"],
    })),
    {
      name: "has an unknown code with a status that is declared",
      given: { operation: "getTicket", status: 404, body: errorBody("ticket_not_found") },
      want: ["unknown-code /body/error/code"],
    },
    {
      name: "has a param of null where none may be",
      given: { body: errorBody("key_expired", { param: null }) },
      want: ["field-type /body/error/param"],
    },
    {
      name: "has a param beside a code that is not known",
      given: { body: errorBody("x", { param: "title" }) },
      want: ["unknown-code /body/error/code"],
    },
    {
      name: "has a blank message",
      given: { body: errorBody("key_expired", { message: " \n" }) },
      want: ["field-type /body/error/message"],
    },
    {
      name: "has a message with what terminals mind",
      given: { body: errorBody("key_expired", { message: "\u0000\ud800" }) },
      want: [],
    },
    {
      name: "has an id in another spelling",
      given: { body: errorBody("key_expired", { requestId: "req_1" }) },
      want: ["field-unknown /body/error/requestId (note)"],
    },
  ])("$name", ({ given, want }) => {
    expect(rulesOf(given)).toEqual(want);
  });

  it.each<Case>([
    {
      name: "whose error has nothing",
      given: { body: { ...errorBody("key_expired"), error: {} } },
      want: ["field-missing /body/error"],
    },
    {
      name: "whose meta has nothing",
      given: { body: { ...errorBody("key_expired"), meta: {} } },
      want: ["meta-missing /body/meta"],
    },
    {
      name: "whose error has an id of another type",
      given: { body: errorBody("key_expired", { request_id: 7 }) },
      want: ["field-type /body/error/request_id"],
    },
    {
      name: "whose error and meta differ",
      given: { body: errorBody("key_expired", { request_id: "req_2" }) },
      want: ["request-id-mismatch /body/meta/requestId"],
    },
    {
      name: "with an unknown code and no address",
      given: { body: errorBody("gone_fishing", { doc_url: "see below" }) },
      want: ["unknown-code /body/error/code", "doc-url /body/error/doc_url"],
    },
  ])("$name has one fault for each mistake", ({ given, want }) => {
    expect(rulesOf(given)).toEqual(want);
  });

  it("names two requests only where neither id was taken out", () => {
    const body = {
      ...errorBody("key_expired"),
      meta: { requestId: "***", timestamp: "2026-03-30T10:30:00Z" },
    };
    expect(rulesOf({ body }, { redacted: "***" })).toEqual([]);
    expect(rulesOf({ body: errorBody("key_expired", { request_id: "***" }) }, { redacted: "***" })).toEqual(
      [],
    );
  });

  it("names no two requests where one id is missing, whatever stands for what was taken out", () => {
    const body = { ...errorBody("key_expired"), meta: {} };
    expect(rulesOf({ body }, { redacted: "***" })).toEqual(["meta-missing /body/meta"]);
    const other = { ...errorBody("key_expired"), error: {} };
    expect(rulesOf({ body: other }, { redacted: "***" })).toEqual(["field-missing /body/error"]);
  });

  it("gives no hint for a field that is like none", () => {
    const [problem] = checkResponse(facts, { body: errorBody("key_expired", { weather: "fine" }) });
    expect(problem?.message).toBe("`error.weather` is not in the contract.");
  });

  it("hints at the field that was meant", () => {
    const [problem] = checkResponse(facts, { body: errorBody("key_expired", { requestId: "req_1" }) });
    expect(problem?.message).toBe("`error.requestId` is not in the contract. The contract has `request_id`.");
  });

  it("never shows a key that stands in place of a code", () => {
    const [problem] = checkResponse(facts, { body: errorBody("sk_live_abc") });
    expect(problem).toMatchObject({ rule: "unknown-code", actual: "a string of 11 characters" });
  });

  it("says since when a code is retired", () => {
    const older = { ...facts, retired: { old_code: "2.0.0" } };
    const [problem] = checkResponse(older, { body: errorBody("old_code") });
    expect(problem?.message).toBe("There is no code old_code: it was retired in 2.0.0.");
  });

  it("says of an unknown code which version of the contract does not have it", () => {
    const [problem] = checkResponse(facts, { body: errorBody("ticket_locked") });
    expect(problem?.message).toBe(
      `There is no code ticket_locked in version ${facts.version} of the contract; a later one may have it.`,
    );
  });

  it("is judged but for what was taken out of it", () => {
    const body = errorBody("***", {
      ...{ message: "***", request_id: "***" },
      doc_url: facts.errors.key_expired?.docUrl,
    });
    expect(rulesOf({ body })).toEqual([
      "unknown-code /body/error/code",
      "request-id-format /body/error/request_id",
    ]);
    expect(rulesOf({ body }, { redacted: "***" })).toEqual([]);
  });

  it("of a success whose operation is not known need only be one operation's", () => {
    expect(rulesOf({ body: deleted })).toEqual([]);
    expect(rulesOf({ body: { ...deleted, data: { any: 1 } } })).toEqual([]);
    expect(rulesOf({ body: { ...deleted, success: "true" } })).toEqual(["success-flag /body/success"]);
  });
});
