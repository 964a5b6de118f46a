import fc from "fast-check";
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
  fc.constantFrom<unknown>(
    null,
    "",
    " ",
    0,
    -1,
    1.5,
    true,
    false,
    [],
    {},
    "null",
    "undefined",
    "req_1",
    "unknown_word",
    [{}],
  ),
  fc.constantFrom(
    "2026-03-30",
    "2026-03-30T10:30:00Z",
    "tkt_1",
    "cus_1",
    "a@example.com",
    "open",
    "https://cstar.help/x",
  ),
  fc.jsonValue({ maxDepth: 2 }),
);

const kinds = fc.constantFrom("replace", "remove", "add", "rename", "swap");

/** Any good sample. */
export const good: fc.Arbitrary<Mutated> = fc
  .constantFrom(...goodSamples().flatMap(({ value, bodyOf }) => bodyOf.map((place) => ({ value, place }))))
  .map(({ value, place: { operation, status } }) => ({ operation, status: Number(status), body: value }));

/** Up to three accidents to any good sample. */
export const mutated: fc.Arbitrary<Mutated> = fc
  .tuple(
    fc.constantFrom(
      ...goodSamples().flatMap(({ value, bodyOf }) => bodyOf.map((place) => ({ value, place }))),
    ),
    fc.array(fc.tuple(fc.nat(), kinds, strange, fc.nat()), { maxLength: 3 }),
  )
  .map(([{ value, place }, accidents]) => {
    const root: Json = { body: structuredClone(value) };
    for (const [at, kind, other, second] of accidents) {
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
    return { operation: place.operation, status: Number(place.status), body: root.body };
  });

/** Every member of a value, as its holder and its key. */
function holders(value: unknown): [holder: Json, key: string][] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => [
    [value as Json, key] as [Json, string],
    ...holders(member),
  ]);
}
