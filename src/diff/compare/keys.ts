import type { KeyFact } from "../../contract/index.ts";
import { type Change, changeOf } from "../change.ts";
import type { Pairing } from "../pairing.ts";
import { quote } from "../words.ts";

/** Kinds of API key, told apart by their prefix, and how many requests each allows. */
export function compareKeys({ base, head }: Pairing): Change[] {
  const [before, after] = [byPrefix(base.keys), byPrefix(head.keys)];
  return [
    ...base.keys
      .filter(({ prefix }) => !after.has(prefix))
      .map(({ prefix }) =>
        changeOf("key-prefix-removed", { message: `Keys that begin with ${quote(prefix)} are gone.` }),
      ),
    ...head.keys.flatMap((now) => {
      const old = before.get(now.prefix);
      return old
        ? changedKey(old, now)
        : [changeOf("key-prefix-added", { message: `Keys that begin with ${quote(now.prefix)} are new.` })];
    }),
  ];
}

function byPrefix(keys: readonly KeyFact[]): Map<string, KeyFact> {
  return new Map(keys.map((key) => [key.prefix, key]));
}

function changedKey(old: KeyFact, now: KeyFact): Change[] {
  const changes: Change[] = [];
  const [before, after] = [old.requestsPerHour, now.requestsPerHour];
  if (before !== after) {
    const message = `Keys that begin with ${quote(now.prefix)} allow ${after} requests an hour, until now ${before}.`;
    changes.push(changeOf(after < before ? "limit-lowered" : "limit-raised", { message }));
  }
  const [oldKind, newKind] = [kindOf(old), kindOf(now)];
  if (oldKind !== newKind) {
    const message = `Keys that begin with ${quote(now.prefix)} are ${newKind}, until now ${oldKind}.`;
    changes.push(changeOf("key-kind-changed", { message }));
  }
  return changes;
}

function kindOf({ kind, environment }: KeyFact): string {
  return quote(`${kind}, ${environment}`);
}
