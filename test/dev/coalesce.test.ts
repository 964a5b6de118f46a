import { expect, test } from "vitest";
import { coalesce } from "../../scripts/dev/coalesce.ts";

/** Work that goes on until it is told to end, and how often it was begun. */
function controlled() {
  const begun: (() => void)[] = [];
  const { trigger, idle } = coalesce(() => new Promise<void>((end) => begun.push(end)));
  return { begun, trigger, idle };
}

test("one trigger is one run", async () => {
  const { begun, trigger, idle } = controlled();
  await idle();
  trigger();
  expect(begun).toHaveLength(1);
  begun[0]?.();
  await idle();
  expect(begun).toHaveLength(1);
});

test("whatever comes while it runs is one more run, afterwards", async () => {
  const { begun, trigger, idle } = controlled();
  trigger();
  for (let count = 0; count < 5; count++) trigger();
  expect(begun).toHaveLength(1);
  begun[0]?.();
  await new Promise(setImmediate);
  expect(begun).toHaveLength(2);
  begun[1]?.();
  await idle();
  expect(begun).toHaveLength(2);
});

test("a trigger after the last run begins anew", async () => {
  const { begun, trigger, idle } = controlled();
  trigger();
  begun[0]?.();
  await idle();
  trigger();
  expect(begun).toHaveLength(2);
});
