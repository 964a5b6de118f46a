import { describe, expect, it } from "vitest";
import { editDistance, nearest } from "../../src/report/nearest.ts";

const codes = [
  ...["authentication_required", "invalid_api_key", "key_expired", "parameter_missing", "parameter_invalid"],
  ...["invalid_json", "invalid_id_format", "resource_not_found", "rate_limit_exceeded", "internal_error"],
];

describe("the nearest codes", () => {
  it.each([
    { typed: "key_expird", first: "key_expired" },
    { typed: "KEY-EXPIRED", first: "key_expired" },
    { typed: "keyExpired", first: "key_expired" },
    { typed: "rate_limit", first: "rate_limit_exceeded" },
    { typed: "invalid_jsno", first: "invalid_json" },
    { typed: "not_found", first: "resource_not_found" },
    { typed: "missing_parameter", first: undefined },
    { typed: "banana", first: undefined },
    { typed: "", first: undefined },
    { typed: "💥", first: undefined },
  ])("of $typed begin with $first", ({ typed, first }) => {
    expect(nearest(typed, codes)[0]).toBe(first);
  });

  it.each([
    { typed: "as", words: ["to"], want: [] },
    { typed: "prototype", words: ["to"], want: [] },
    { typed: "ot", words: ["to"], want: ["to"] },
    { typed: "x", words: ["y", ""], want: [] },
  ])("of $typed among $words are $want", ({ typed, words, want }) => {
    expect(nearest(typed, words)).toEqual(want);
  });

  it("are at most three, and come at once for a very long word", () => {
    expect(nearest("invalid", codes).length).toBeLessThanOrEqual(3);
    expect(nearest("x".repeat(1_000_000), codes)).toEqual([]);
  });

  it.each([
    { a: "", b: "", want: 0 },
    { a: "", b: "abc", want: 3 },
    { a: "abc", b: "abd", want: 1 },
    { a: "abc", b: "acb", want: 1 },
    { a: "kitten", b: "sitting", want: 3 },
  ])("count $want corrections from $a to $b", ({ a, b, want }) => {
    expect(editDistance(a, b)).toBe(want);
    expect(editDistance(b, a)).toBe(want);
  });
});
