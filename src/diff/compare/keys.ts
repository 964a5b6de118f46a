import type { Contract, KeyFact } from "../../contract/index.ts";
import { appendKey, type Node, type SourceLocation } from "../../document/index.ts";
import { type Change, changeOf } from "../change.ts";
import type { Pairing } from "../pairing.ts";
import { quote } from "../words.ts";

/** Kinds of API key, identified by their prefix, and how many requests each allows. */
export function compareKeys({ base, head }: Pairing): Change[] {
  const [before, after] = [byPrefix(base.keys), byPrefix(head.keys)];
  const list = listOfKeys(head);
  const location = list?.location;
  return [
    ...base.keys
      .filter(({ prefix }) => !after.has(prefix))
      .map(({ prefix }) =>
        changeOf("key-prefix-removed", {
          message: `Keys that begin with ${quote(prefix)} are removed.`,
          location,
        }),
      ),
    ...head.keys.flatMap((now, index) => {
      const location = entryOf(list, index);
      const old = before.get(now.prefix);
      return old
        ? changedKey(old, now, location)
        : [
            changeOf("key-prefix-added", {
              message: `Keys that begin with ${quote(now.prefix)} are new.`,
              location,
            }),
          ];
    }),
  ];
}

/** The list of the first security scheme that has one. */
function listOfKeys({ reader, root }: Contract): Node | undefined {
  const schemes = reader.entries(reader.get(root, "components", "securitySchemes"));
  return schemes.flatMap(([, scheme]) => reader.get(scheme, "x-key-prefixes") ?? [])[0];
}

function entryOf(list: Node | undefined, index: number): SourceLocation | undefined {
  return list && { ...list.location, pointer: appendKey(list.location.pointer, String(index)) };
}

function byPrefix(keys: readonly KeyFact[]): Map<string, KeyFact> {
  return new Map(keys.map((key) => [key.prefix, key]));
}

function changedKey(old: KeyFact, now: KeyFact, location: SourceLocation | undefined): Change[] {
  const changes: Change[] = [];
  const [before, after] = [old.requestsPerHour, now.requestsPerHour];
  if (before !== after) {
    const message = `Keys that begin with ${quote(now.prefix)} allow ${after} requests an hour (was ${before}).`;
    changes.push(changeOf(after < before ? "limit-lowered" : "limit-raised", { message, location }));
  }
  const [oldKind, newKind] = [kindOf(old), kindOf(now)];
  if (oldKind !== newKind) {
    const message = `Keys that begin with ${quote(now.prefix)} are now ${newKind} (was ${oldKind}).`;
    changes.push(changeOf("key-kind-changed", { message, location }));
  }
  return changes;
}

function kindOf({ kind, environment }: KeyFact): string {
  return quote(`${kind}, ${environment}`);
}
