/**
 * JSON (RFC 8259) as the bytes of UTF-8. Each function is handed the place where something begins and returns the place
 * behind it, or `DOUBT`: it is not that, or is written in a way that only a parser need know. Nothing is allocated, and a
 * line break ends everything, so what is read never runs into the next line.
 */
export const DOUBT = -1;

export const [QUOTE, COMMA, COLON, BACKSLASH] = [34, 44, 58, 92];
export const [OPEN_LIST, CLOSE_LIST, OPEN, CLOSE] = [91, 93, 123, 125];
const [SPACE, TAB, RETURN, MINUS, PLUS, DOT, ZERO, NINE] = [32, 9, 13, 45, 43, 46, 48, 57];

/** How deep a value may be nested that nobody looks at. */
const MAX_DEPTH = 64;

/** Bytes, with a view of them that reads four at once. */
export interface Source {
  bytes: Uint8Array;
  view: DataView;
}

/**
 * Reads a value of one shape from its bytes: returns the place behind it if `isClean` of the shape holds of what
 * `JSON.parse` would make of it, and `DOUBT` if not, or if that is not plain from the bytes. Most of what a check of
 * traffic costs is to make objects out of text; a response that is as it should be needs none.
 */
export type ReadClean = (json: Source, at: number) => number;

export function sourceOf({ buffer, byteOffset, length }: Uint8Array): Source {
  // Of one class, whatever the caller has: code that meets a `Buffer` now and then takes longer for everything.
  return {
    bytes: new Uint8Array(buffer, byteOffset, length),
    view: new DataView(buffer, byteOffset, length),
  };
}

/** Bytes to look for: in fours, the last of which overlaps with the one before it. */
export interface Word {
  length: number;
  fours: Int32Array;
  bytes: Uint8Array;
}

export function wordOf(text: string): Word {
  return wordOfBytes(new TextEncoder().encode(text));
}

function wordOfBytes(encoded: Uint8Array): Word {
  const { bytes, view } = sourceOf(encoded);
  const { length } = bytes;
  const count = length < 4 ? 0 : Math.ceil(length / 4);
  const fours = Int32Array.from({ length: count }, (_, index) =>
    view.getInt32(Math.min(4 * index, length - 4), true),
  );
  return { length, fours, bytes };
}

/** The key of a member, as it is mostly written. */
export function keyOf(name: string): Word {
  return wordOf(JSON.stringify(name));
}

/** Whether `word` stands at a place. Keys are half of what a body consists of, so they are compared by fours. */
export function standsAt({ bytes, view }: Source, at: number, word: Word): boolean {
  const { length, fours } = word;
  if (at + length > bytes.length) return false;
  if (length < 4) {
    for (let index = 0; index < length; index++) if (bytes[at + index] !== word.bytes[index]) return false;
    return true;
  }
  const last = fours.length - 1;
  for (let index = 0; index < last; index++) {
    if (view.getInt32(at + 4 * index, true) !== fours[index]) return false;
  }
  return view.getInt32(at + length - 4, true) === fours[last];
}

/** Which of some words stands at a place; -1 for none. They mostly come in their order, so `next` is looked at first. */
export type FindWord = (json: Source, at: number, next: number) => number;

export function createFindWord(words: readonly Word[]): FindWord {
  return (json, at, next) => {
    for (let index = next; index < words.length; index++) {
      if (standsAt(json, at, words[index] as Word)) return index;
    }
    for (let index = 0; index < next; index++) if (standsAt(json, at, words[index] as Word)) return index;
    return -1;
  };
}

export function skipSpace(json: Source, at: number): number {
  let index = at;
  while (json.bytes[index] === SPACE || json.bytes[index] === TAB || json.bytes[index] === RETURN) index++;
  return index;
}

/** Behind the colon that follows a key. */
export function skipColon(json: Source, at: number): number {
  const colon = json.bytes[at] === COLON ? at : skipSpace(json, at);
  if (json.bytes[colon] !== COLON) return DOUBT;
  const next = colon + 1;
  return json.bytes[next] === SPACE ? skipSpace(json, next) : next;
}

/**
 * Where the next member begins behind a value of an object, or the bracket that closes it.
 */
export function nextMember(json: Source, at: number): number {
  const end = skipSpace(json, at);
  if (json.bytes[end] === CLOSE) return end;
  const key = json.bytes[end] === COMMA ? skipSpace(json, end + 1) : end;
  return key > end && json.bytes[key] === QUOTE ? key : DOUBT;
}

/** Behind a member whose key is plain. */
export function skipMember(json: Source, at: number): number {
  const key = skipPlainString(json, at);
  const value = key === DOUBT ? DOUBT : skipColon(json, key);
  return value === DOUBT ? DOUBT : skipValue(json, value);
}

/** Behind a string without escapes, all of ASCII: its characters are its bytes. */
export function skipPlainString(json: Source, at: number): number {
  if (json.bytes[at] !== QUOTE) return DOUBT;
  let index = at + 1;
  for (;;) {
    const byte = json.bytes[index] as number;
    if (byte === QUOTE) return index + 1;
    if (!(byte >= SPACE && byte < 128) || byte === BACKSLASH) return DOUBT;
    index++;
  }
}

/** Behind any string. */
export function skipString(json: Source, at: number): number {
  if (json.bytes[at] !== QUOTE) return DOUBT;
  let index = at + 1;
  for (;;) {
    const byte = json.bytes[index] as number;
    if (byte === QUOTE) return index + 1;
    if (!(byte >= SPACE)) return DOUBT; // a control character, or the end
    if (byte === BACKSLASH) {
      const length = escapeLength(json, index + 1);
      if (length === 0) return DOUBT;
      index += length;
    }
    index++;
  }
}

/** How long an escape is behind its backslash; 0 for none (RFC 8259 7). */
function escapeLength(json: Source, at: number): number {
  const byte = json.bytes[at] as number;
  if (byte !== 117) return isShortEscape(byte) ? 1 : 0; // "u"
  for (let index = 1; index <= 4; index++) if (!isHex(json.bytes[at + index] as number)) return 0;
  return 5;
}

function isShortEscape(byte: number): boolean {
  // `"`, `\`, `/`, `b`, `f`, `n`, `r`, `t`
  return (
    byte === QUOTE ||
    byte === BACKSLASH ||
    byte === 47 ||
    byte === 98 ||
    byte === 102 ||
    byte === 110 ||
    byte === 114 ||
    byte === 116
  );
}

function isHex(byte: number): boolean {
  return isDigit(byte) || ((byte | 32) >= 97 && (byte | 32) <= 102);
}

function isDigit(byte: number): boolean {
  return byte >= ZERO && byte <= NINE;
}

/** Behind any number. */
export function skipNumber(json: Source, at: number): number {
  const start = json.bytes[at] === MINUS ? at + 1 : at;
  let index = skipDigits(json, start);
  if (index === start || (json.bytes[start] === ZERO && index > start + 1)) return DOUBT;
  if (json.bytes[index] === DOT) {
    const end = skipDigits(json, index + 1);
    if (end === index + 1) return DOUBT;
    index = end;
  }
  if (((json.bytes[index] as number) | 32) !== 101) return index; // "e"
  const sign = json.bytes[index + 1];
  const exponent = sign === PLUS || sign === MINUS ? index + 2 : index + 1;
  const end = skipDigits(json, exponent);
  return end === exponent ? DOUBT : end;
}

export function skipDigits(json: Source, at: number): number {
  let index = at;
  while (isDigit(json.bytes[index] as number)) index++;
  return index;
}

/** The number that plain digits are; `DOUBT` for other ways to write a number, and for those that doubles do not hold. */
export function digitsAt(json: Source, at: number): number {
  const end = skipDigits(json, at);
  if (end === at || end - at > 15 || (json.bytes[at] === ZERO && end > at + 1)) return DOUBT;
  let value = 0;
  for (let index = at; index < end; index++) value = value * 10 + (json.bytes[index] as number) - ZERO;
  return value;
}

/** A word of ASCII, for those that are made while a module is loaded, which must not fail where there is no `TextEncoder`. */
export function wordOfAscii(text: string): Word {
  return wordOfBytes(Uint8Array.from(text, (letter) => letter.charCodeAt(0)));
}

export const [TRUE, FALSE, NULL] = [wordOfAscii("true"), wordOfAscii("false"), wordOfAscii("null")] as const;
const LITERALS = [TRUE, FALSE, NULL];

/** Behind any value. */
export function skipValue(json: Source, at: number, depth = 0): number {
  const byte = json.bytes[at] as number;
  if (byte === QUOTE) return skipString(json, at);
  if (byte === OPEN || byte === OPEN_LIST) return depth > MAX_DEPTH ? DOUBT : skipMembers(json, at, depth);
  if (byte === MINUS || isDigit(byte)) return skipNumber(json, at);
  for (const word of LITERALS) if (standsAt(json, at, word)) return at + word.length;
  return DOUBT;
}

function skipMembers(json: Source, at: number, depth: number): number {
  const isList = json.bytes[at] === OPEN_LIST;
  const close = isList ? CLOSE_LIST : CLOSE;
  let index = skipSpace(json, at + 1);
  if (json.bytes[index] === close) return index + 1;
  for (;;) {
    if (!isList) {
      index = skipString(json, index);
      if (index !== DOUBT) index = skipColon(json, index);
      if (index === DOUBT) return DOUBT;
    }
    index = skipValue(json, index, depth + 1);
    if (index === DOUBT) return DOUBT;
    index = skipSpace(json, index);
    if (json.bytes[index] === close) return index + 1;
    if (json.bytes[index] !== COMMA) return DOUBT;
    index = skipSpace(json, index + 1);
  }
}
