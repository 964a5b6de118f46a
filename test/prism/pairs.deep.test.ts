import { afterAll, beforeAll, expect, test } from "vitest";
import { contract } from "../contract/project.ts";
import { createCaller, pairs } from "./calls.ts";
import { expectError } from "./expect-error.ts";
import { type Mock, startPrism } from "./prism.ts";

let mock: Mock;
let call: ReturnType<typeof createCaller>;
beforeAll(async () => {
  mock = await startPrism();
  call = createCaller(mock.url);
});
afterAll(() => mock.stop());

test("every operation and every code is in some pair", () => {
  expect(new Set(pairs().map(([id]) => id)).size).toBe(contract.operations.length);
  expect(new Set(pairs().map(([, code]) => code)).size).toBe(contract.errors.length);
});

test.each(pairs())("%s answers %s", (id, code) => expectError(call, id, code));
