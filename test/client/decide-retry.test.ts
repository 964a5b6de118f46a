import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decideRetry, type RetryInput } from "../../src/client/retry.ts";

const usual: RetryInput = {
  ...{ rule: "backoff", retries: 0, maxRetries: 2, budget: 10, remaining: 120_000, random: 0.5 },
};

describe("decideRetry", () => {
  it.each<[string, Partial<RetryInput>, ReturnType<typeof decideRetry>]>([
    ["waits half of half a second", {}, { delay: 250, paid: true }],
    ["doubles", { retries: 1 }, { delay: 500, paid: true }],
    ["stays at eight seconds", { retries: 9, maxRetries: 20 }, { delay: 4000, paid: true }],
    ["does not overflow", { retries: 5000, maxRetries: 9999 }, { delay: 4000, paid: true }],
    ["stops by the rule first", { rule: "never", retries: 2, budget: 0 }, { stop: "rule" }],
    [
      "stops when the attempts are used up, before it looks at the budget",
      { retries: 2, budget: 0 },
      { stop: "attempts" },
    ],
    ["stops at an empty budget", { budget: 0.9 }, { stop: "budget" }],
    [
      "needs no budget for a time that the server named",
      { budget: 0, retryAfter: 5000 },
      { delay: 5500, paid: false },
    ],
    ["takes the last whole retry of the budget", { budget: 1 }, { delay: 250, paid: true }],
    ["stops when the wait does not fit", { remaining: 250 }, { stop: "deadline" }],
    ["stops when nothing is left, even for no wait", { remaining: 0, random: 0 }, { stop: "deadline" }],
    ["waits for Retry-After and jitter", { retryAfter: 5000 }, { delay: 5500, paid: false }],
    ["adds no more jitter than Retry-After itself", { retryAfter: 100 }, { delay: 150, paid: false }],
    ["cuts jitter to what is left", { retryAfter: 5000, remaining: 5200 }, { delay: 5100, paid: false }],
    [
      "stops when Retry-After alone does not fit",
      { retryAfter: 5000, remaining: 5000 },
      { stop: "deadline" },
    ],
    ["treats after like backoff without a time", { rule: "after" }, { delay: 250, paid: true }],
  ])("%s", (_, change, want) => {
    expect(decideRetry({ ...usual, ...change })).toEqual(want);
  });

  const input = fc.record<RetryInput>({
    rule: fc.constantFrom("never", "after", "backoff"),
    retries: fc.nat(50),
    maxRetries: fc.nat(50),
    budget: fc.integer({ min: 0, max: 100 }).map((tenths) => tenths / 10),
    remaining: fc.integer({ min: 0, max: 86_400_000 }),
    retryAfter: fc.option(fc.oneof(fc.integer({ min: 1, max: 100_000 }), fc.integer({ min: 1, max: 1e15 })), {
      nil: undefined,
    }),
    random: fc.integer({ min: 0, max: 999 }).map((parts) => parts / 1000),
  });

  it("never retries early, late, too often, against the rule, without budget unless the server named the time, or with a wait that overflows", () => {
    let waits = 0;
    fc.assert(
      fc.property(input, (given) => {
        const decision = decideRetry(given);
        if (decision.stop) return;
        waits++;
        expect(decision.delay).toBeGreaterThanOrEqual(given.retryAfter ?? 0);
        expect(decision.delay).toBeLessThan(given.remaining);
        expect(decision.delay).toBeLessThan(2 ** 31 - 1);
        expect(given.retries).toBeLessThan(given.maxRetries);
        if (decision.paid) expect(given.budget).toBeGreaterThanOrEqual(1);
        expect(decision.paid).toBe(given.retryAfter === undefined);
        expect(given.rule).not.toBe("never");
      }),
      { numRuns: 20_000, seed: 7 },
    );
    expect(waits).toBeGreaterThan(500);
  });
});
