import { allSeen, type Expected } from "../clean-response.ts";
import type { EnvelopeNames } from "../facts.ts";
import {
  CLOSE,
  createFindWord,
  DOUBT,
  digitsAt,
  type FindWord,
  keyOf,
  nextMember,
  OPEN,
  QUOTE,
  type ReadClean,
  type Source,
  skipColon,
  skipDigits,
  skipMember,
  skipPlainString,
  skipSpace,
  standsAt,
  type Word,
  wordOf,
} from "./json.ts";
import { readerOf } from "./read-shape.ts";

/**
 * Reads the parts of a response from the bytes of their JSON: each function returns the place behind a part that is as it
 * should be to the last note, and `DOUBT` for anything else. What it accepts, the check of the parsed response accepts.
 */
export interface ResponseReader {
  /** An object of headers. */
  headers(json: Source, at: number, expected: Expected): number;
  body(json: Source, at: number, expected: Expected): number;
  /** The code of an error that `body` has read, given the place where the body begins; undefined of a success. */
  codeOf(json: Source, at: number, expected: Expected): string | undefined;
}

/** What an operation promises, in bytes. */
interface Prepared {
  mediaType: Word | undefined;
  /** The first is `Content-Type`. */
  names: Word[];
  findName: FindWord;
  fits: ((value: number) => boolean)[];
  all: number;
  success: ReadClean | undefined;
  errors: { code: string; read: ReadClean }[];
}

const SEMICOLON = 59;

export function createResponseReader(envelope: EnvelopeNames): ResponseReader {
  const ready = new WeakMap<Expected, Prepared>();
  const prepared = (expected: Expected): Prepared => {
    let made = ready.get(expected);
    if (made === undefined) {
      const names = ["content-type", ...expected.headers.map(({ name }) => name)].map(keyOf);
      made = {
        mediaType: expected.mediaType === undefined ? undefined : wordOf(expected.mediaType),
        names,
        findName: createFindWord(names),
        fits: expected.headers.map(({ fits }) => fits),
        all: allSeen(expected),
        // With members that nobody knows an error might be among them.
        success: expected.shape && (expected.shape.takesMore ? () => DOUBT : readerOf(expected.shape)),
        errors: expected.errors.map(({ code, shape }) => ({ code, read: readerOf(shape) })),
      };
      ready.set(expected, made);
    }
    return made;
  };
  const idOfError = [envelope.error, envelope.fields.requestId].map(keyOf);
  const idOfMeta = [envelope.meta, envelope.metaFields.requestId].map(keyOf);

  /** Whether error and meta name the same request; both are there, as the body has been read. */
  const haveSameId = (json: Source, at: number): boolean => {
    const one = valueAt(json, at, idOfError);
    const other = valueAt(json, at, idOfMeta);
    const length = skipPlainString(json, one) - one;
    if (one === DOUBT || other === DOUBT || length <= 0) return false;
    for (let index = 0; index < length; index++)
      if (json.bytes[one + index] !== json.bytes[other + index]) return false;
    return true;
  };

  return {
    headers: (json, at, expected) => readHeaders(json, at, prepared(expected)),
    body(json, at, expected) {
      const { success, errors } = prepared(expected);
      if (success) return success(json, at);
      for (const { read } of errors) {
        const end = read(json, at);
        if (end !== DOUBT) return haveSameId(json, at) ? end : DOUBT;
      }
      return DOUBT;
    },
    codeOf: (json, at, expected) =>
      prepared(expected).errors.find(({ read }) => read(json, at) !== DOUBT)?.code,
  };
}

/** Where the value begins to which keys lead, in JSON that has been read before; `DOUBT` if there is none. */
function valueAt(json: Source, at: number, keys: readonly Word[]): number {
  let value = at;
  for (const key of keys) {
    value = memberAt(json, value, key);
    if (value === DOUBT) return DOUBT;
  }
  return value;
}

function memberAt(json: Source, at: number, key: Word): number {
  let index = skipSpace(json, at + 1);
  while (index !== DOUBT && json.bytes[index] === QUOTE) {
    if (standsAt(json, index, key)) return skipColon(json, index + key.length);
    const end = skipMember(json, index);
    index = end === DOUBT ? DOUBT : nextMember(json, end);
  }
  return DOUBT;
}

function readHeaders(json: Source, at: number, expected: Prepared): number {
  const { names, findName, all } = expected;
  if (json.bytes[at] !== OPEN) return DOUBT;
  let seen = 0;
  let next = 0;
  let index = skipSpace(json, at + 1);
  while (json.bytes[index] !== CLOSE) {
    const usual = findName(json, index, next);
    const name = usual >= 0 ? usual : findInAnyCase(json, index, names);
    const bit = name < 0 ? 0 : 1 << name;
    if ((seen & bit) !== 0) return DOUBT;
    seen |= bit;
    next = name + 1;
    const end = name < 0 ? skipMember(json, index) : readHeader(json, index, { name, expected });
    index = end === DOUBT ? DOUBT : nextMember(json, end);
    if (index === DOUBT) return DOUBT;
  }
  return seen === all ? index + 1 : DOUBT;
}

/** Which header has its name at a place, in whatever case it is written (RFC 9110 5.1); -1 for none. */
function findInAnyCase({ bytes }: Source, at: number, names: readonly Word[]): number {
  for (let name = 0; name < names.length; name++) {
    const { bytes: wanted } = names[name] as Word;
    let index = 0;
    while (index < wanted.length && lowerCase(bytes[at + index] as number) === wanted[index]) index++;
    if (index === wanted.length) return name;
  }
  return -1;
}

function lowerCase(byte: number): number {
  return byte >= 65 && byte <= 90 ? byte | 32 : byte;
}

/** Behind one of the headers that are wanted, whose name is as long in any case. */
function readHeader(
  json: Source,
  at: number,
  { name, expected }: { name: number; expected: Prepared },
): number {
  const value = skipColon(json, at + (expected.names[name] as Word).length);
  if (value === DOUBT) return DOUBT;
  return name === 0 ? readMediaType(json, value, expected) : readNumber(json, value, expected.fits[name - 1]);
}

function readMediaType(json: Source, at: number, { mediaType }: Prepared): number {
  if (mediaType === undefined || json.bytes[at] !== QUOTE || !standsAt(json, at + 1, mediaType)) return DOUBT;
  const next = json.bytes[at + 1 + mediaType.length];
  return next === QUOTE || next === SEMICOLON ? skipPlainString(json, at) : DOUBT;
}

function readNumber(json: Source, at: number, fits: Prepared["fits"][number] | undefined): number {
  const value = json.bytes[at] === QUOTE ? digitsAt(json, at + 1) : DOUBT;
  if (value === DOUBT || fits?.(value) !== true) return DOUBT;
  const end = skipDigits(json, at + 1);
  return json.bytes[end] === QUOTE ? end + 1 : DOUBT;
}
