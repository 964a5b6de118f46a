import { expect, it } from "vitest";
import { createStore } from "../../src/sandbox/store.ts";

const row = (id: string) => ({ id, uuid: `UUID-${id}`, data: { n: 0 } });

it("a copy of a store and the store itself know nothing of what happens to the other", () => {
  const store = createStore();
  const own = store.collection("Ticket");
  own.add(row("a"));
  own.add(row("b"));
  const copied = store.copy().collection("Ticket");
  for (const [changed, other] of [[own, copied] as const, [copied, own] as const]) {
    const before = other.all();
    for (const one of changed.all()) changed.update(one, { n: 1 });
    const [first] = changed.all();
    if (first) changed.remove(first);
    changed.add(row("c"));
    expect(changed.all().map(({ id }) => id)).toEqual(["b", "c"]);
    expect(other.all()).toEqual(before);
  }
});

it("a row is found by either id, in any case of its UUID, until it is removed", () => {
  const collection = createStore().collection("Ticket");
  const added = collection.add(row("a"));
  expect([collection.get("a"), collection.get("uuid-A")]).toEqual([added, added]);
  collection.remove(added);
  expect([collection.get("a"), collection.get("uuid-a")]).toEqual([undefined, undefined]);
});
