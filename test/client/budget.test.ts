import { expect, it } from "vitest";
import { createRetryBudget } from "../../src/client/retry.ts";

it("A budget holds ten retries, and ten successes make one more, up to ten", () => {
  const budget = createRetryBudget();
  expect(budget.left()).toBe(10);
  for (let index = 0; index < 10; index++) budget.take();
  expect(budget.left()).toBe(0);
  for (let index = 0; index < 9; index++) budget.refill();
  expect(budget.left()).toBeLessThan(1);
  budget.refill();
  expect(budget.left()).toBe(1);
  for (let index = 0; index < 1000; index++) budget.refill();
  expect(budget.left()).toBe(10);
});
