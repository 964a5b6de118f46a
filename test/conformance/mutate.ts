import fc from "fast-check";
import { contract } from "../contract/project.ts";
import { goodSamples } from "../contract/samples.ts";

/** A payload that was good until something happened to it, and the response that it belongs to. */
export interface Mutated {
  operation: string;
  status: number;
  body: unknown;
}

type Json = Record<string, unknown>;

/** Values that payloads are known to hold in place of what should be there. */
const strange = fc.oneof(
  fc.constantFrom<unknown>(null, "", 1.5, [], {}),
  fc.constantFrom<unknown>(" ", 0, -1, [{}], true, false, "null", "undefined", "unknown_word"),
  fc.constantFrom("req_1", "tkt_1", "cus_1", "a@example.com", "open", "https://cstar.help/x"),
  fc.constantFrom(
    ...["2026-03-30", "2026-03-30T10:30:00Z", "2024-02-29T23:59:60Z", "2026-02-29T10:30:00Z"],
    ...["2026-04-31T10:30:00Z", "2026-03-30T24:00:00Z", "2026-03-30T10:60:00Z", "2026-03-30T10:30:00"],
  ),
  // Words of the contract in the wrong place.
  fc.constantFrom(...contract.errors.flatMap(({ code, type, docUrl }) => [code, type, docUrl])),
  fc.jsonValue({ maxDepth: 2 }),
);

const kinds = fc.constantFrom("replace", "remove", "add", "rename", "swap");

/** Every good sample in every place where it may be. */
export const goodPayloads: readonly Mutated[] = goodSamples().flatMap(({ value, bodyOf }) =>
  bodyOf.map(({ operation, status }) => ({ operation, status: Number(status), body: value })),
);

/** Any good sample. */
export const good: fc.Arbitrary<Mutated> = fc.constantFrom(...goodPayloads);

/** One to three accidents to any of some payloads. */
export function mutatedFrom(payloads: readonly Mutated[]): fc.Arbitrary<Mutated> {
  const accidents = fc.array(fc.tuple(fc.nat(), kinds, strange, fc.nat()), { minLength: 1, maxLength: 3 });
  return fc.tuple(fc.constantFrom(...payloads), accidents).map(([payload, all]) => {
    const root: Json = { body: structuredClone(payload.body) };
    for (const accident of all) happen(root, accident);
    return { ...payload, body: root.body };
  });
}

/** One to three accidents to any good sample. */
export const mutated: fc.Arbitrary<Mutated> = mutatedFrom(goodPayloads);

type Accident = [at: number, kind: string, other: unknown, second: number];

function happen(root: Json, [at, kind, other, second]: Accident): void {
  const all = holders(root);
  const [holder, key] = all[at % all.length] ?? [root, "body"];
  if (kind === "replace") holder[key] = structuredClone(other);
  else if (kind === "add") holder[`${key}Too`] = structuredClone(other);
  else if (kind === "swap") {
    const [source, name] = all[second % all.length] ?? [root, "body"];
    holder[key] = structuredClone(source[name]);
  } else if (holder !== root) {
    const moved = holder[key];
    if (Array.isArray(holder)) holder.splice(Number(key), 1);
    else delete holder[key];
    if (kind === "rename") holder[key.replace(/[A-Z]/, (letter) => `_${letter.toLowerCase()}`)] = moved;
  }
}

/** Every member of a value, as its holder and its key. */
function holders(value: unknown, found: [holder: Json, key: string][] = []): [holder: Json, key: string][] {
  if (typeof value !== "object" || value === null) return found;
  for (const [key, member] of Object.entries(value)) {
    found.push([value as Json, key]);
    holders(member, found);
  }
  return found;
}

/** Tells which payloads were not there before: a fifth of those that are generated were, and a check costs more. */
export function createIsNew(): (payload: Mutated) => boolean {
  const seen = new Set<string>();
  return (payload) => {
    const known = seen.size;
    return seen.add(JSON.stringify(payload)).size > known;
  };
}
