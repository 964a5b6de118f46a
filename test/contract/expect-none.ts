import { expect } from "vitest";

/** Expects no sentence that says what to do. One that there is comes first in what the failed test prints. */
export function expectNone(todo: readonly string[]): void {
  expect(todo, todo.join("\n")).toEqual([]);
}
