import { haveTwoIds } from "./check-body.ts";
import type { ResponseFacts } from "./facts.ts";
import type { HeadersLike } from "./headers.ts";
import { type CheckedResponse, type Context, declaredResponse } from "./judge.ts";
import { isObject, memberOf } from "./schema.ts";
import type { Shape } from "./shape.ts";

/**
 * Tells whether a response is as it should be to the last note. When in doubt the answer is no, and the full check has
 * the last word; the usual response is told in a fraction of its time and without garbage.
 */
export type IsClean = (response: CheckedResponse) => boolean;

/** What one operation promises for one status. */
export interface Expected {
  /** Of a success. */
  shape: Shape | undefined;
  /** The errors that the operation may return with this status. */
  errors: readonly { code: string; shape: Shape }[];
  mediaType: string | undefined;
  /** The headers that must be there, by their names in lower case; of whole numbers, as all of them are. */
  headers: readonly { name: string; fits(value: number): boolean }[];
}

/** Gives what an operation promises for a status, the same object at every call; undefined for what it does not declare. */
export type ExpectedOf = (operation: string, status: number) => Expected | undefined;

export function createExpectedOf(context: Context): ExpectedOf {
  const known = new Map<string, Map<number, Expected | undefined>>();
  return (id, status) => {
    const ofOperation = known.get(id) ?? new Map<number, Expected | undefined>();
    if (ofOperation.size === 0) known.set(id, ofOperation);
    const found = ofOperation.get(status);
    if (found !== undefined || ofOperation.has(status)) return found;
    const made = prepare(id, status, context);
    if (ofOperation.size < MAX_STATUSES) ofOperation.set(status, made);
    return made;
  };
}

/** More statuses than any operation declares: a recording may hold any number. */
const MAX_STATUSES = 1000;

function prepare(id: string, status: number, context: Context): Expected | undefined {
  const { facts, operations, shapeOf, errorShape } = context;
  const operation = operations.get(id);
  const declared: ResponseFacts | undefined = operation && declaredResponse(operation, status, facts);
  if (operation === undefined || declared === undefined) return undefined;
  const { mediaType, schema, headers = {} } = declared;
  const codes = operation.codes.filter((code) => facts.errors[code]?.status === status);
  return {
    shape: schema && shapeOf(schema),
    errors: codes.map((code) => ({ code, shape: errorShape(code) })),
    mediaType,
    headers: Object.entries(headers).map(([name, ofHeader]) => ({ name, fits: shapeOf(ofHeader).fits })),
  };
}

export function createIsClean({ facts }: Context, expectedOf: ExpectedOf): IsClean {
  const { envelope } = facts;

  const isCleanError = (body: unknown, { errors }: Expected): boolean => {
    const error = isObject(body) ? memberOf(body, envelope.error) : undefined;
    const code = isObject(error) ? memberOf(error, envelope.fields.code) : undefined;
    for (const known of errors) {
      if (known.code === code)
        return known.shape.isClean(body) && isObject(body) && !haveTwoIds(body, envelope);
    }
    return false;
  };

  return ({ operation, status, headers, body }) => {
    if (operation === undefined || status === undefined) return false;
    const expected = expectedOf(operation, status);
    if (expected === undefined || (headers !== undefined && !areClean(headers, expected))) return false;
    return expected.shape ? expected.shape.isClean(body) : isCleanError(body, expected);
  };
}

/** Names of headers as they came, and in lower case; not more than a recording of sound mind has. */
const lowerCase = new Map<string, string>();

function lower(name: string): string {
  const known = lowerCase.get(name);
  if (known !== undefined) return known;
  if (lowerCase.size >= 1000) lowerCase.clear();
  const made = name.toLowerCase();
  lowerCase.set(name, made);
  return made;
}

/** Whether each header that is wanted is there once, and is good. */
function areClean(headers: HeadersLike, expected: Expected): boolean {
  let seen = 0;
  if (Array.isArray(headers)) {
    for (const header of headers) {
      const isPair = Array.isArray(header);
      const name = String(isPair ? header[0] : header?.name);
      seen = see(name, isPair ? header[1] : header?.value, { seen, expected });
    }
  } else {
    if ("get" in headers && typeof headers.get === "function") return false;
    const record = headers as Readonly<Record<string, unknown>>;
    for (const name in record) seen = see(name, record[name], { seen, expected });
  }
  return seen === allSeen(expected);
}

/** The bits of the headers that must have been seen: that of `Content-Type`, then one for each that is wanted. */
export function allSeen({ headers }: Expected): number {
  return 2 ** (headers.length + 1) - 1;
}

const BAD = -1;

/** The headers seen so far, a bit each, with this one; `BAD` from the first that is bad or that comes twice. */
function see(name: string, value: unknown, { seen, expected }: { seen: number; expected: Expected }): number {
  if (seen === BAD) return BAD;
  const key = lower(name);
  const index = key === "content-type" ? 0 : 1 + expected.headers.findIndex((wanted) => wanted.name === key);
  if (index === 0 && key !== "content-type") return seen;
  const bit = 1 << index;
  if ((seen & bit) !== 0 || typeof value !== "string") return BAD;
  const isGood =
    index === 0
      ? isMediaType(value, expected.mediaType)
      : isDigits(value) && expected.headers[index - 1]?.fits(Number(value));
  return isGood ? seen | bit : BAD;
}

function isMediaType(value: string, declared: string | undefined): boolean {
  return value === declared || (declared !== undefined && value.startsWith(`${declared};`));
}

function isDigits(text: string): boolean {
  return /^\d+$/.test(text);
}
