import fc from "fast-check";
import { expect, it } from "vitest";
import { mutated } from "./mutate.ts";
import { bothPaths, verdicts } from "./verdicts.ts";

it("the check of a response and the published schema give the same verdict on mutated payloads", () => {
  const seen = { valid: 0, invalid: 0 };
  fc.assert(
    fc.property(mutated, (payload) => {
      const { schema, check } = verdicts(payload);
      seen[schema ? "valid" : "invalid"]++;
      expect(check).toBe(schema);
    }),
    { numRuns: 1500 },
  );
  expect(Math.min(seen.valid, seen.invalid)).toBeGreaterThan(100);
});

it("the fast path finds nothing only where the full check finds nothing", () => {
  let clean = 0;
  fc.assert(
    fc.property(mutated, (payload) => {
      const { fast, full } = bothPaths(payload);
      if (full.length === 0) clean++;
      expect(fast).toEqual(full);
    }),
    { numRuns: 1500 },
  );
  expect(clean).toBeGreaterThan(100);
});
