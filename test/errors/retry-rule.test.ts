import { describe, expect, it } from "vitest";
import { errorCatalog } from "../../src/entries/errors.ts";
import { type RetryRule, retryRule } from "../../src/errors/index.ts";

describe("the rule for trying again", () => {
  it.each(Object.entries(errorCatalog))(
    "is the contract's for %s, whatever the status",
    (code, { retry }) => {
      for (const status of [undefined, 400, 429, 500])
        expect(retryRule(errorCatalog, { code, status })).toBe(retry);
    },
  );

  it.each<[string, string, number | undefined, string | undefined, RetryRule]>([
    ["a broken connection", "connection_error", undefined, undefined, "backoff"],
    ["a timeout", "timeout", 200, undefined, "backoff"],
    ["an abort", "aborted", 500, undefined, "never"],
    ["the caller's own failure", "local_error", 500, undefined, "never"],
    ["something unexpected under 408", "unexpected_response", 408, undefined, "backoff"],
    ["something unexpected under 429", "unexpected_response", 429, undefined, "backoff"],
    ["something unexpected under 500", "unexpected_response", 500, undefined, "backoff"],
    ["something unexpected under 599", "unexpected_response", 599, undefined, "backoff"],
    ["something unexpected under 200", "unexpected_response", 200, undefined, "never"],
    ["something unexpected under 404", "unexpected_response", 404, undefined, "never"],
    ["something unexpected under 600", "unexpected_response", 600, undefined, "never"],
    ["something unexpected that has a known code", "unexpected_response", 400, "internal_error", "never"],
    ["something unexpected without a status", "unexpected_response", undefined, undefined, "never"],
    ["a code that is not known under 503", "unrecognized_code", 503, "maintenance", "backoff"],
    ["a code that is not known under 422", "unrecognized_code", 422, "maintenance", "never"],
    ["a known code that is not declared, under 400", "unrecognized_code", 400, "internal_error", "backoff"],
    ["a known code that is not declared, under 500", "unrecognized_code", 500, "key_expired", "never"],
    ["what is in no list", "constructor", 500, undefined, "never"],
  ])("for %s", (_, code, status, rawCode, want) => {
    expect(retryRule(errorCatalog, { code, status, rawCode })).toBe(want);
  });
});
