import { describeValue } from "./describe.ts";
import { isObject, type Json, memberOf } from "./schema.ts";
import { applicable, type Choice, type Shape } from "./shape.ts";

/** Something that a schema does not allow, or does not know. */
export interface Fault {
  rule: "field-missing" | "field-type" | "field-unknown";
  /** The keys that lead to it from the value that was checked. */
  keys: readonly string[];
  expected: string;
  /** What is there, described and not repeated. */
  actual: string;
  /** The value that is there. */
  value: unknown;
  /** Of an unknown field: the names that the schema has beside it. */
  siblings?: readonly string[];
}

/**
 * What makes `value` invalid; one fault for one mistake: of a value only the first thing that is wrong, and of an object
 * that has nothing that it needs, that alone.
 */
export function faultsOf(shape: Shape, value: unknown, keys: readonly string[] = []): Fault[] {
  const failed = shape.assertions.find(({ holds }) => !holds(value));
  if (failed) return [fault("field-type", keys, { expected: failed.expected, value })];
  const below = Array.isArray(value)
    ? itemFaults(shape, value, keys)
    : isObject(value)
      ? memberFaults(shape, value, keys)
      : [];
  if (below.length > 0) return below;
  const chosen = shape.choices.flatMap((choice) => choiceFaults(choice, value, keys));
  if (chosen.length > 0) return chosen;
  return shape.excluded.some((other) => other.fits(value))
    ? [fault("field-type", keys, { expected: "another value", value })]
    : [];
}

function itemFaults({ items }: Shape, list: readonly unknown[], keys: readonly string[]): Fault[] {
  const shape = items?.();
  if (shape === undefined) return [];
  return list.flatMap((item, index) =>
    shape.fits(item) ? [] : faultsOf(shape, item, [...keys, String(index)]),
  );
}

function memberFaults(shape: Shape, value: Json, keys: readonly string[]): Fault[] {
  const missing = shape.required.filter((name) => memberOf(value, name) === undefined);
  if (missing.length > 1 && missing.length === shape.required.length) {
    const expected = `an object with ${missing.join(", ")}`;
    return [fault("field-missing", keys, { expected, value, actual: "an object with none of them" })];
  }
  if (missing.length > 0 && isOfAnotherKind(shape, value)) {
    const expected = `an object with ${shape.required.join(", ")}`;
    return [fault("field-type", keys, { expected, value, actual: "an object of another kind" })];
  }
  return [
    ...missing.map((name) => {
      const expected = shape.properties.get(name)?.().assertions[0]?.expected ?? "a value";
      return fault("field-missing", [...keys, name], { expected, value: undefined });
    }),
    ...[...shape.properties].flatMap(([name, member]) =>
      memberOf(value, name) === undefined ? [] : faultsOf(member(), value[name], [...keys, name]),
    ),
    ...shape.additional.flatMap(({ named, shape: rest }) =>
      Object.keys(value)
        .filter((key) => !named.has(key) && !rest().fits(value[key]))
        .flatMap((key) => additionalFaults(rest(), value[key], [...keys, key])),
    ),
  ];
}

/** An object that lacks something, and of whose members the schema knows hardly any, was never meant to be this one. */
function isOfAnotherKind({ properties, takesMore }: Shape, value: Json): boolean {
  const names = Object.keys(value);
  const known = names.filter((name) => properties.has(name)).length;
  return !takesMore && names.length - known > 3 * known;
}

function additionalFaults(shape: Shape, value: unknown, keys: readonly string[]): Fault[] {
  const isForbidden = shape.excluded.some((other) => other.assertions.length === 0 && other.fits(undefined));
  return isForbidden
    ? [fault("field-unknown", keys, { expected: "no such field", value })]
    : faultsOf(shape, value, keys);
}

/** Faults of the branch that was most likely meant: the only one of the value's type, or the one with fewest faults. */
function choiceFaults({ keyword, branches }: Choice, value: unknown, keys: readonly string[]): Fault[] {
  const fitting = branches.filter((branch) => branch.fits(value));
  if (fitting.length === 1 || (fitting.length > 1 && keyword === "anyOf")) return [];
  if (fitting.length > 1)
    return [fault("field-type", keys, { expected: "exactly one of several forms", value })];
  const ofType = branches.filter(({ assertions }) => assertions[0]?.holds(value) !== false);
  if (ofType.length === 0) {
    const expected = [...new Set(branches.map(({ assertions }) => assertions[0]?.expected))].join(" or ");
    return [fault("field-type", keys, { expected, value })];
  }
  return ofType
    .map((branch) => faultsOf(branch, value, keys))
    .reduce((best, next) => (next.length < best.length ? next : best));
}

/**
 * Members that no part of the schema names. Of a choice only the branches that fit have a say; where several parts
 * describe the same member, it is unknown if it is to all of them.
 */
export function unknownFields(
  shapes: readonly Shape[],
  value: unknown,
  keys: readonly string[] = [],
): Fault[] {
  const parts = shapes.flatMap((shape) => applicable(shape, value));
  if (Array.isArray(value)) {
    const items = parts.flatMap(({ items: item }) => item?.() ?? []);
    return value.flatMap((item, index) => unknownFields(items, item, [...keys, String(index)]));
  }
  if (!isObject(value)) return [];
  const isFree =
    parts.some(({ takesMore }) => takesMore) || parts.every(({ properties }) => properties.size === 0);
  return Object.entries(value).flatMap(([key, member]) => {
    if (member === undefined) return []; // as in JSON, where there is no such value
    const named = parts.flatMap(({ properties }) => properties.get(key)?.() ?? []);
    if (named.length > 0) return unknownFields(named, member, [...keys, key]);
    if (isFree) return [];
    const siblings = parts.flatMap(({ properties }) => [...properties.keys()]);
    return [
      { ...fault("field-unknown", [...keys, key], { expected: "no such field", value: member }), siblings },
    ];
  });
}

function fault(
  rule: Fault["rule"],
  keys: readonly string[],
  { expected, value, actual = describeValue(value) }: { expected: string; value: unknown; actual?: string },
): Fault {
  return { rule, keys, expected, actual, value };
}
