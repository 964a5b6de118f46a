import { describeSchema } from "./describe.ts";
import { FORMATS } from "./format.ts";
import { isObject, type Schema } from "./schema.ts";

/** One thing that a schema says of a value itself, its members aside. */
export interface Assertion {
  holds(value: unknown): boolean;
  /** What is expected, such as `a whole number`. */
  expected: string;
}

/** What `schema` itself says; what stands behind `$ref` and `allOf` is not included. */
export function assertionsOf(schema: Schema): Assertion[] {
  return [
    ...ofType(schema),
    ...ofValue(schema),
    ...ofText(schema),
    ...ofNumber(schema),
    ...ofList(schema),
    ...ofObject(schema),
  ];
}

type Test = (value: unknown) => boolean;

const TYPES: Readonly<Record<string, Test>> = {
  array: Array.isArray,
  boolean: (value) => typeof value === "boolean",
  integer: Number.isInteger,
  null: (value) => value === null,
  number: (value) => typeof value === "number",
  object: isObject,
  string: (value) => typeof value === "string",
};

function ofType({ type }: Schema): Assertion[] {
  if (type === undefined) return [];
  const tests = [type].flat().map((name) => TYPES[name] ?? (() => false));
  const [first = () => false, second, ...more] = tests;
  const holds: Test =
    second === undefined
      ? first
      : more.length === 0
        ? (value) => first(value) || second(value)
        : (value) => tests.some((test) => test(value));
  return [{ holds, expected: describeSchema({ type }) }];
}

function ofValue({ const: only, enum: words }: Schema): Assertion[] {
  const found: Assertion[] = [];
  if (only !== undefined)
    found.push({ holds: (value) => isEqual(value, only), expected: describeSchema({ const: only }) });
  if (words) {
    const set = new Set(words);
    const holds: Test = words.every((word) => Object(word) !== word)
      ? (value) => set.has(value)
      : (value) => words.some((word) => isEqual(value, word));
    found.push({ holds, expected: describeSchema({ enum: words }) });
  }
  return found;
}

function ofText({ pattern, format, minLength = 0, maxLength }: Schema): Assertion[] {
  const found: Assertion[] = [];
  const add = (expected: string, holds: (text: string) => boolean) =>
    found.push({ holds: (value) => typeof value !== "string" || holds(value), expected });
  if (minLength === 1) add("a string that is not empty", (text) => text !== "");
  if (minLength > 1)
    add(`a string of at least ${minLength} characters`, (text) => [...text].length >= minLength);
  if (maxLength !== undefined)
    add(`a string of at most ${maxLength} characters`, (text) => [...text].length <= maxLength);
  if (pattern !== undefined) {
    const expression = new RegExp(pattern, "u");
    const expected = pattern === "\\S" ? "a string that is not blank" : `a string that matches ${pattern}`;
    add(expected, (text) => expression.test(text));
  }
  const hasFormat = format === undefined ? undefined : FORMATS[format];
  if (hasFormat) add(`a string with the format ${format}`, hasFormat);
  return found;
}

function ofNumber(schema: Schema): Assertion[] {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = schema;
  const found: Assertion[] = [];
  const add = (expected: string, holds: (value: number) => boolean) =>
    found.push({ holds: (value) => typeof value !== "number" || holds(value), expected });
  if (minimum !== undefined) add(`a number from ${minimum}`, (value) => value >= minimum);
  if (maximum !== undefined) add(`a number up to ${maximum}`, (value) => value <= maximum);
  if (exclusiveMinimum !== undefined)
    add(`a number above ${exclusiveMinimum}`, (value) => value > exclusiveMinimum);
  if (exclusiveMaximum !== undefined)
    add(`a number below ${exclusiveMaximum}`, (value) => value < exclusiveMaximum);
  if (multipleOf !== undefined)
    add(`a multiple of ${multipleOf}`, (value) => Number.isInteger(value / multipleOf));
  return found;
}

function ofList({ minItems = 0, maxItems, uniqueItems }: Schema): Assertion[] {
  const found: Assertion[] = [];
  const add = (expected: string, holds: (list: unknown[]) => boolean) =>
    found.push({ holds: (value) => !Array.isArray(value) || holds(value), expected });
  if (minItems > 0) add(`a list of at least ${minItems}`, (list) => list.length >= minItems);
  if (maxItems !== undefined) add(`a list of at most ${maxItems}`, (list) => list.length <= maxItems);
  if (uniqueItems) {
    add("a list without repetitions", (list) =>
      list.every((item, index) => !list.slice(0, index).some((other) => isEqual(item, other))),
    );
  }
  return found;
}

function ofObject({ minProperties = 0, maxProperties }: Schema): Assertion[] {
  const found: Assertion[] = [];
  const add = (expected: string, holds: (count: number) => boolean) =>
    found.push({ holds: (value) => !isObject(value) || holds(Object.keys(value).length), expected });
  if (minProperties > 0)
    add(`an object with at least ${minProperties} fields`, (count) => count >= minProperties);
  if (maxProperties !== undefined)
    add(`an object with at most ${maxProperties} fields`, (count) => count <= maxProperties);
  return found;
}

/** Equality of JSON values (JSON Schema 2020-12, core 4.2.2). */
function isEqual(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, index) => isEqual(item, b[index]));
  if (!isObject(a) || !isObject(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && isEqual(a[key], b[key]))
  );
}
