import type { Schema } from "../schema.ts";
import type { Shape } from "../shape.ts";
import {
  CLOSE,
  CLOSE_LIST,
  COMMA,
  createFindWord,
  DOUBT,
  digitsAt,
  FALSE,
  keyOf,
  NULL,
  nextMember,
  OPEN,
  OPEN_LIST,
  QUOTE,
  type ReadClean,
  type Source,
  skipColon,
  skipDigits,
  skipMember,
  skipNumber,
  skipSpace,
  skipValue,
  standsAt,
  TRUE,
  type Word,
  wordOf,
} from "./json.ts";
import { stringReader } from "./read-string.ts";

const made = new WeakMap<Shape, ReadClean>();

/** The reader of a shape, made at its first use, as a schema may contain itself. */
export function readerOf(shape: Shape): ReadClean {
  let reader = made.get(shape);
  if (reader === undefined) {
    reader = build(shape);
    made.set(shape, reader);
  }
  return reader;
}

const inDoubt: ReadClean = () => DOUBT;

function build(shape: Shape): ReadClean {
  if (shape.excluded.length > 0 || shape.additional.length > 0) return inDoubt;
  if (shape.choices.length > 0) return choiceReader(shape);
  const words = wordsOf(shape);
  return words ? wordReader(words) : valueReader(shape);
}

type Kind = "null" | "boolean" | "number" | "string" | "array" | "object";
const KINDS: readonly Kind[] = ["null", "boolean", "number", "string", "array", "object"];

/** The kind of a value by its first byte; anything that is none is taken for a number, which it will not be. */
function kindAt(byte: number | undefined): Kind {
  if (byte === QUOTE) return "string";
  if (byte === OPEN) return "object";
  if (byte === OPEN_LIST) return "array";
  if (byte === 110) return "null"; // "n"
  return byte === 116 || byte === 102 ? "boolean" : "number"; // "t", "f"
}

/** The kinds of values that all schemas of a shape allow. */
function kindsOf({ schemas }: Shape): Set<Kind> {
  const allows = ({ type }: Schema, kind: Kind) => {
    const types = [type ?? KINDS].flat();
    return types.includes(kind) || (kind === "number" && types.includes("integer"));
  };
  return new Set(KINDS.filter((kind) => schemas.every((schema) => allows(schema, kind))));
}

/** The usual choice: branches of which each kind of value fits one at most, and nothing beside them. */
function choiceReader(shape: Shape): ReadClean {
  const { choices, properties, required, items, assertions } = shape;
  const [choice, ...more] = choices;
  const isUsual = more.length === 0 && properties.size + required.length + assertions.length === 0;
  if (choice === undefined || !isUsual || items !== undefined) return inDoubt;
  const byKind = new Map<Kind, Shape>();
  for (const branch of choice.branches) {
    for (const kind of kindsOf(branch)) {
      if (byKind.has(kind)) return inDoubt;
      byKind.set(kind, branch);
    }
  }
  const readers = new Map([...byKind].map(([kind, branch]) => [kind, lazily(branch)]));
  return (json, at) => readers.get(kindAt(json.bytes[at]))?.(json, at) ?? DOUBT;
}

function lazily(shape: Shape): ReadClean {
  let reader: ReadClean | undefined;
  return (json, at) => {
    reader ??= readerOf(shape);
    return reader(json, at);
  };
}

/** The only values of a shape, if it has a list of them, as their JSON. */
function wordsOf({ schemas, assertions }: Shape): Word[] | undefined {
  const list = schemas.flatMap(({ const: only, enum: words }) =>
    only !== undefined ? [[only]] : words ? [words] : [],
  );
  const scalars = list[0]?.filter((word) => Object(word) !== word);
  return scalars
    ?.filter((word) => assertions.every(({ holds }) => holds(word)))
    .map((word) => wordOf(JSON.stringify(word)));
}

function wordReader(words: readonly Word[]): ReadClean {
  const [first, ...others] = words;
  if (first === undefined) return inDoubt;
  if (others.length === 0) return (json, at) => (standsAt(json, at, first) ? at + first.length : DOUBT);
  return (json, at) => {
    for (const word of words) if (standsAt(json, at, word)) return at + word.length;
    return DOUBT;
  };
}

function valueReader(shape: Shape): ReadClean {
  const kinds = kindsOf(shape);
  const string = kinds.has("string") ? stringReader(shape) : inDoubt;
  const number = kinds.has("number") ? numberReader(shape) : inDoubt;
  const object = kinds.has("object") ? objectReader(shape) : inDoubt;
  const list = kinds.has("array") ? listReader(shape) : inDoubt;
  const [mayBeNull, mayBeBoolean] = [kinds.has("null"), kinds.has("boolean")];
  if (kinds.size === 1 && kinds.has("string")) return string;
  if (kinds.size === 1 && kinds.has("object"))
    return (json, at) => (json.bytes[at] === OPEN ? object(json, at) : DOUBT);
  return (json, at) => {
    const byte = json.bytes[at];
    if (byte === QUOTE) return string(json, at);
    if (byte === OPEN) return object(json, at);
    if (byte === OPEN_LIST) return list(json, at);
    if (mayBeNull && standsAt(json, at, NULL)) return at + NULL.length;
    if (mayBeBoolean && standsAt(json, at, TRUE)) return at + TRUE.length;
    if (mayBeBoolean && standsAt(json, at, FALSE)) return at + FALSE.length;
    return number(json, at);
  };
}

function numberReader({ assertions, schemas }: Shape): ReadClean {
  const tests = assertions.map(({ holds }) => holds);
  const isFree = schemas.every(
    (schema) => !NUMERIC.some((key) => key in schema) && ![schema.type].flat().includes("integer"),
  );
  if (isFree) return skipNumber;
  return (json, at) => {
    const value = digitsAt(json, at);
    if (value === DOUBT) return DOUBT;
    for (const holds of tests) if (!holds(value)) return DOUBT;
    return skipDigits(json, at); // a fraction or an exponent behind them is nothing that may follow a value
  };
}

const NUMERIC = ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"] as const;

function listReader({ schemas, items }: Shape): ReadClean {
  const isBounded = schemas.some(
    ({ minItems = 0, maxItems, uniqueItems }) => minItems > 0 || maxItems !== undefined || uniqueItems,
  );
  if (isBounded) return inDoubt;
  if (items === undefined) return skipValue;
  let item: ReadClean | undefined;
  return (json, at) => {
    item ??= readerOf(items());
    let index = skipSpace(json, at + 1);
    if (json.bytes[index] === CLOSE_LIST) return index + 1;
    for (;;) {
      index = item(json, index);
      if (index === DOUBT) return DOUBT;
      index = skipSpace(json, index);
      if (json.bytes[index] === CLOSE_LIST) return index + 1;
      if (json.bytes[index] !== COMMA) return DOUBT;
      index = skipSpace(json, index + 1);
    }
  };
}

/** What is known of an object's members while it is read is held in the bits of a number. */
const MAX_FIELDS = 30;

function objectReader({ schemas, properties, required, takesMore }: Shape): ReadClean {
  const isBounded = schemas.some(
    ({ minProperties = 0, maxProperties }) => minProperties > 0 || maxProperties !== undefined,
  );
  const names = [...properties.keys()];
  const isUnnamed = required.some((name) => !properties.has(name));
  if (isBounded || isUnnamed || names.length > MAX_FIELDS) return inDoubt;
  const isFree = takesMore || names.length === 0;
  const keys = names.map(keyOf);
  const findField = createFindWord(keys);
  const wanted = names.reduce(
    (bits, name, index) => (required.includes(name) ? bits | (1 << index) : bits),
    0,
  );
  let members: ReadClean[] = [];

  /** Behind a member; `field` tells which, -1 for one that has no name in the schema. */
  const readMember = (json: Source, at: number, field: number): number => {
    // Not a key with escapes, which may be that of one of the fields.
    if (field < 0) return isFree ? skipMember(json, at) : DOUBT;
    const value = skipColon(json, at + (keys[field] as Word).length);
    return value === DOUBT ? DOUBT : (members[field] as ReadClean)(json, value);
  };

  return (json, at) => {
    if (members.length < keys.length) members = [...properties.values()].map((member) => readerOf(member()));
    let seen = 0;
    let next = 0;
    let index = skipSpace(json, at + 1);
    while (json.bytes[index] !== CLOSE) {
      const field = findField(json, index, next);
      const bit = field < 0 ? 0 : 1 << field;
      if ((seen & bit) !== 0) return DOUBT; // of a field that comes twice the last one counts
      seen |= bit;
      next = field + 1;
      const end = readMember(json, index, field);
      index = end === DOUBT ? DOUBT : nextMember(json, end);
      if (index === DOUBT) return DOUBT;
    }
    return (seen & wanted) === wanted ? index + 1 : DOUBT;
  };
}
