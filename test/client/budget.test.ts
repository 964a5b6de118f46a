import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createRetryBudget } from "../../src/client/retry-budget.ts";

const repeat = (count: number, run: () => void) => Array.from({ length: count }, run);

describe("a retry budget", () => {
  it("holds ten retries, or one for each call in flight", () => {
    const budget = createRetryBudget();
    expect(budget.left()).toBe(10);
    budget.inFlight = 9;
    expect(budget.left()).toBe(10);
    budget.inFlight = 50;
    expect(budget.left()).toBe(50);
  });

  it("gets a fifth of a retry back from a success, up to its capacity", () => {
    const budget = createRetryBudget();
    repeat(10, budget.take);
    expect(budget.left()).toBe(0);
    repeat(4, () => budget.succeed(false));
    expect(budget.left()).toBeLessThan(1);
    budget.succeed(false);
    expect(budget.left()).toBe(1);
    repeat(1000, () => budget.succeed(false));
    expect(budget.left()).toBe(10);
  });

  it("gets the whole retry back that succeeded, and a fifth on top", () => {
    const budget = createRetryBudget();
    repeat(5, budget.take);
    budget.succeed(true);
    expect(budget.left()).toBe(6.2);
  });

  it("does not let what a burst has spent count for more than the capacity, once anything succeeds", () => {
    const budget = createRetryBudget();
    budget.inFlight = 200;
    repeat(200, budget.take);
    budget.inFlight = 1;
    budget.succeed(false);
    expect(budget.left()).toBe(0.2);
  });

  it("grants bursts no more than the largest of them, as long as nothing succeeds", () => {
    const bursts = fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(bursts, (sizes) => {
        const budget = createRetryBudget();
        let granted = 0;
        for (const size of sizes) {
          budget.inFlight = size;
          for (let call = 0; call < size && budget.left() >= 1; call++, granted++) budget.take();
        }
        expect(granted).toBeLessThanOrEqual(Math.max(10, ...sizes));
      }),
      { seed: 10 },
    );
  });
});
