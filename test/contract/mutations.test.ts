import { describe, expect, test } from "vitest";
import { toPointer } from "../../src/document/index.ts";
import { type GoodSample, goodSamples, named } from "./samples.ts";
import { bodySchema, validatorAt } from "./schemas.ts";
import { strictFaults } from "./strict.ts";

// The bad samples show the ways in which payloads are known to drift. Here every field of every good sample drifts.

type Keys = (string | number)[];

/** Every member of a JSON value, by the keys that lead to it; the value itself is not among them. */
function members(value: unknown, keys: Keys = []): Keys[] {
  if (typeof value !== "object" || value === null) return [];
  const own = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return own.flatMap(([key, member]) => [[...keys, key], ...members(member, [...keys, key])]);
}

/** A copy in which `change` was applied to the object or list that holds the member. */
function changed(
  value: unknown,
  keys: Keys,
  change: (holder: Record<string | number, unknown>, key: string | number) => void,
) {
  const copy = structuredClone(value);
  const holder = keys
    .slice(0, -1)
    .reduce<unknown>((at, key) => (at as Record<string | number, unknown>)[key], copy);
  change(holder as Record<string | number, unknown>, keys.at(-1) ?? "");
  return copy;
}

/** Pointers of the members whose change the published schema lets pass. */
function accepted({ value, bodyOf }: GoodSample, change: Parameters<typeof changed>[2]): string[] {
  const [place] = bodyOf;
  if (!place) throw new Error("The sample belongs to no response.");
  const validate = validatorAt(bodySchema(place));
  return members(value)
    .filter((keys) => validate(changed(value, keys, change)))
    .map((keys) => toPointer(keys.map(String)));
}

const samples = goodSamples();

// What the contract leaves open: optional fields, entries of lists, and the values that customers keep for themselves.
const optional = /\/(?:\d+|customer|ticketId|senderName|isInternal|metadata\/\w+|customFields\/\w+)$/;
const ofOptionalParam = "good/errors/invalid_id_format.with-param.json";

describe("each field of each good sample", () => {
  test.each(named(samples))("%s: none can be left out unnoticed, unless it is optional", (path, sample) => {
    const unnoticed = accepted(sample, (holder, key) => {
      if (Array.isArray(holder)) holder.splice(Number(key), 1);
      else delete holder[key];
    });
    const wanted = path === ofOptionalParam ? ["/error/param"] : [];
    expect(unnoticed.filter((pointer) => !optional.test(pointer))).toEqual(wanted);
  });

  test.each(named(samples))("%s: none can be of another type unnoticed", (_, sample) => {
    const unnoticed = accepted(sample, (holder, key) => {
      holder[key] = [{ nested: [] }];
    });
    expect(unnoticed.filter((pointer) => !/\/(?:metadata|customFields)\/\w+$/.test(pointer))).toEqual([]);
  });

  test.each(named(samples))(
    "%s: nothing can be added beside one without the closer look seeing it",
    (_, { value, bodyOf }) => {
      const [place = { operation: "", status: "" }] = bodyOf;
      for (const keys of members(value)) {
        if (typeof keys.at(-1) === "number" || /^(?:metadata|customFields)$/.test(String(keys.at(-2))))
          continue;
        const more = changed(value, keys, (holder) => Object.assign(holder, { addedField: 1 }));
        const wanted = toPointer([...keys.slice(0, -1).map(String), "addedField"]);
        expect(strictFaults(more, place)).toEqual([wanted]);
      }
    },
  );
});
