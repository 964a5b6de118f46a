import { type Assertion, assertionsOf } from "./assertion.ts";
import { type Json, memberOf, type Schema } from "./schema.ts";

/** A schema ready to check values with: what `$ref` and `allOf` spread over several schemas is together. */
export interface Shape {
  /** The schemas that it was made of. */
  schemas: readonly Schema[];
  assertions: readonly Assertion[];
  required: readonly string[];
  properties: ReadonlyMap<string, () => Shape>;
  /** What members must be that a part of the schema does not name. */
  additional: readonly { named: ReadonlySet<string>; shape: () => Shape }[];
  /** Whether the schema itself speaks of members beyond those that it names. */
  takesMore: boolean;
  items?: () => Shape;
  choices: readonly Choice[];
  excluded: readonly Shape[];
  /** Whether the value is valid. Makes no garbage, so that it can be asked of millions. */
  fits: (value: unknown) => boolean;
  /** Whether the value is certainly valid and certainly has no member that nothing names; when in doubt, false. */
  isClean: (value: unknown) => boolean;
}

export interface Choice {
  keyword: "oneOf" | "anyOf";
  branches: readonly Shape[];
}

export type ShapeOf = (schema: Schema) => Shape;

/** Makes shapes of schemas that refer to those of `schemas`; each is made once, when it is needed. */
export function createShapes(schemas: Readonly<Record<string, Schema>>): ShapeOf {
  const made = new WeakMap<Schema, Shape>();

  const shapeOf: ShapeOf = (schema) => {
    let shape = made.get(schema);
    if (shape === undefined) {
      shape = build([schema]);
      made.set(schema, shape);
    }
    return shape;
  };

  const lazily = (schema: Schema, ...more: Schema[]): (() => Shape) => {
    let shape: Shape | undefined;
    return () => {
      shape ??= more.length === 0 ? shapeOf(schema) : build([schema, ...more]);
      return shape;
    };
  };

  const build = (schemas: readonly Schema[]): Shape => {
    const parts = partsOf(schemas);
    const members = new Map<string, [Schema, ...Schema[]]>();
    for (const { properties = {} } of parts) {
      for (const [name, schema] of Object.entries(properties)) {
        const known = members.get(name);
        if (known) known.push(schema);
        else members.set(name, [schema]);
      }
    }
    const choices = parts.flatMap(({ oneOf, anyOf }): Choice[] => [
      ...(oneOf ? [{ keyword: "oneOf" as const, branches: oneOf.map(shapeOf) }] : []),
      ...(anyOf ? [{ keyword: "anyOf" as const, branches: anyOf.map(shapeOf) }] : []),
    ]);
    const [firstItems, ...moreItems] = parts.flatMap(({ items }) => items ?? []);
    const data: ShapeData = {
      schemas: parts,
      assertions: parts.flatMap(assertionsOf),
      required: [...new Set(parts.flatMap(({ required = [] }) => required))],
      properties: new Map([...members].map(([name, own]) => [name, lazily(...own)])),
      additional: parts.flatMap(({ additionalProperties: rest, properties = {} }) => {
        const schema = rest === false ? { not: {} } : rest;
        return typeof schema === "object"
          ? [{ named: new Set(Object.keys(properties)), shape: lazily(schema) }]
          : [];
      }),
      takesMore: parts.some(({ additionalProperties: rest }) => rest !== undefined),
      ...(firstItems && { items: lazily(firstItems, ...moreItems) }),
      choices,
      excluded: parts.flatMap(({ not }) => (not ? [shapeOf(not)] : [])),
    };
    return { ...data, ...checksOf(data) };
  };

  /** The schemas that hold of the same value: those given, and what they refer to and combine. */
  const partsOf = (given: readonly Schema[]): Schema[] => {
    const parts = new Set<Schema>();
    const add = (schema: Schema | undefined) => {
      if (schema === undefined || parts.has(schema)) return;
      if (schema.$ref !== undefined) add(schemas[schema.$ref]);
      for (const one of schema.allOf ?? []) add(one);
      parts.add(schema);
    };
    for (const schema of given) add(schema);
    return [...parts];
  };

  return shapeOf;
}

type ShapeData = Omit<Shape, "fits" | "isClean">;

function checksOf(data: ShapeData): Pick<Shape, "fits" | "isClean"> {
  const tests = data.assertions.map(({ holds }) => holds);
  const { choices, excluded, additional } = data;
  const isPlain = choices.length === 0 && excluded.length === 0 && additional.length === 0;
  const own = allOf(tests);
  const others = (value: unknown): boolean => {
    for (const { keyword, branches } of choices) {
      const count = countFitting(branches, value);
      if (count === 0 || (keyword === "oneOf" && count > 1)) return false;
    }
    for (const shape of excluded) if (shape.fits(value)) return false;
    return true;
  };
  const below = membersOf(data);
  const scalar = data.properties.size === 0 && data.required.length === 0 && data.items === undefined;
  if (isPlain && scalar) return { fits: own, isClean: own };
  return {
    fits: (value) => own(value) && below.fit(value) && others(value),
    isClean: isPlain
      ? (value) => own(value) && below.areClean(value)
      : (value) => own(value) && below.fit(value) && others(value) && isCleanChoice(data, value),
  };
}

/** One test of several; the usual one or two without a loop. */
function allOf(tests: readonly Assertion["holds"][]): Assertion["holds"] {
  const [first, second, ...more] = tests;
  if (first === undefined) return () => true;
  if (second === undefined) return first;
  if (more.length === 0) return (value) => first(value) && second(value);
  return (value) => {
    for (const holds of tests) if (!holds(value)) return false;
    return true;
  };
}

function countFitting(branches: readonly Shape[], value: unknown): number {
  let count = 0;
  for (const branch of branches) if (branch.fits(value)) count++;
  return count;
}

/** The usual choice, between an object or a list and `null`: nothing beside it says anything about members. */
function isCleanChoice({ choices, properties, additional }: ShapeData, value: unknown): boolean {
  if (typeof value !== "object" || value === null) return true;
  if (properties.size > 0 || additional.length > 0 || choices.length !== 1) return false;
  for (const branch of choices[0]?.branches ?? []) if (branch.isClean(value)) return true;
  return false;
}

type Test = (value: unknown) => boolean;

function membersOf({ properties, required, items, additional, takesMore }: ShapeData) {
  const isFree = takesMore || properties.size === 0;
  // A name that every object answers to must be asked for as an own member.
  const fields = [...properties].map(([name, shape]) => ({
    name,
    shape,
    isRequired: required.includes(name),
    isInherited: name in Object.prototype,
  }));
  const unnamed = required.filter((name) => !properties.has(name));

  /** The tests of the fields, in their order; made at the first use, as a schema may contain itself. */
  let fitting: Test[] | undefined;
  let cleaning: Test[] | undefined;
  const testsOf = (clean: boolean): Test[] => {
    fitting ??= fields.map(({ shape }) => shape().fits);
    cleaning ??= fields.map(({ shape }) => shape().isClean);
    return clean ? cleaning : fitting;
  };

  /** How many of the known members there are; -1 when one is wrong or missing. */
  const countGood = (value: Json, clean: boolean): number => {
    const tests = testsOf(clean);
    let count = 0;
    for (let index = 0; index < tests.length; index++) {
      const { name, isRequired, isInherited } = fields[index] as (typeof fields)[number];
      const member = isInherited ? memberOf(value, name) : value[name];
      if (member === undefined && !isRequired) continue;
      if (member === undefined || !tests[index]?.(member)) return -1;
      count++;
    }
    return count;
  };
  const hasRest = (value: Json): boolean => {
    for (const name of unnamed) if (memberOf(value, name) === undefined) return false;
    for (const { named, shape } of additional) {
      for (const key in value) if (!named.has(key) && !shape().fits(value[key])) return false;
    }
    return true;
  };
  const check = (value: Json, clean: boolean): boolean => {
    const count = countGood(value, clean);
    return count >= 0 && hasRest(value) && (!clean || isFree || countKeys(value) === count);
  };
  const all = (list: readonly unknown[], clean: boolean): boolean => {
    if (items === undefined) return true;
    const shape = items();
    const test = clean ? shape.isClean : shape.fits;
    for (let index = 0; index < list.length; index++) if (!test(list[index])) return false;
    return true;
  };
  const members = (value: unknown, clean: boolean): boolean => {
    if (typeof value !== "object" || value === null) return true;
    return Array.isArray(value) ? all(value, clean) : check(value as Json, clean);
  };
  return {
    fit: (value: unknown) => members(value, false),
    areClean: (value: unknown) => members(value, true),
  };
}

function countKeys(value: Json): number {
  let count = 0;
  for (const _ in value) count++;
  return count;
}

/** The shapes of `shape` and of the branches that the value fits: all that has a say about its members. */
export function applicable(shape: Shape, value: unknown): Shape[] {
  const branches = shape.choices.flatMap((choice) => choice.branches.filter((branch) => branch.fits(value)));
  return [shape, ...branches.flatMap((branch) => applicable(branch, value))];
}
