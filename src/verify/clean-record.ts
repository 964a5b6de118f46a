import {
  BACKSLASH,
  CLOSE,
  DOUBT,
  digitsAt,
  keyOf,
  nextMember,
  OPEN,
  QUOTE,
  type Source,
  skipColon,
  skipDigits,
  skipPlainString,
  skipSpace,
  skipValue,
  sourceOf,
  standsAt,
} from "../conformance/bytes/json.ts";
import type { Checker, Expected, MatchBytes } from "../conformance/index.ts";

/** What is known of a record that conforms to the last note. */
export interface CleanRecord {
  operation: string;
  status: number;
  /** Of an error. */
  code: string | undefined;
}

export interface RecordReader {
  /**
   * Judges a record from its bytes, which begin and end at two places.
   * @returns undefined when it does not conform, or when that is not plain from the bytes: then it must be parsed. The
   * object is the same at every call.
   */
  read(json: Source, from: number, to: number): CleanRecord | undefined;
}

type Part = "method" | "url" | "status" | "headers" | "body";

/** What has been found of a record: where the value of each part begins, 0 for none, as no value begins a record. */
interface Found extends Record<Part, number> {
  /** What the operation promises, once its method, URL and status are known. */
  expected: Expected | undefined;
  areHeadersRead: boolean;
  isBodyRead: boolean;
}

const KEYS = (
  [
    ["method", "method"],
    ["url", "url"],
    ["path", "url"],
    ["status", "status"],
    ["headers", "headers"],
    ["body", "body"],
  ] as const
).map(([name, part]) => ({ key: keyOf(name), part }));

/** Members that change what a record is, so that one with them is parsed. */
const TELLING = [
  ...["response", "res", "log", "content", "encoding", "_resourceType", "_webSocketMessages"],
].map(keyOf);

/**
 * Reads records in their flat form, as logs have them by the million: `{ method, url, status, headers, body }` in any order,
 * with a body that is an object or the text of one. Nearly every record of a healthy API is as it should be, and to see
 * that takes a fraction of the time that parsing it would.
 */
export function createRecordReader(checker: Checker, match: MatchBytes): RecordReader {
  const { reader, expectedOf } = checker;
  const record: CleanRecord = { operation: "", status: 0, code: undefined };
  const unescaper = createUnescaper();
  let found: Found = { method: 0, url: 0, status: 0, headers: 0, body: 0, ...NOTHING };

  const readBody = (json: Source, at: number, expected: Expected): number => {
    if (json.bytes[at] === OPEN) {
      const end = reader.body(json, at, expected);
      if (end !== DOUBT) record.code = reader.codeOf(json, at, expected);
      return end;
    }
    const end = json.bytes[at] === QUOTE ? unescaper.read(json, at) : DOUBT;
    if (end === DOUBT) return DOUBT;
    const { text, length } = unescaper;
    if (text.bytes[0] !== OPEN || reader.body(text, 0, expected) !== length) return DOUBT;
    record.code = reader.codeOf(text, 0, expected);
    return end;
  };

  /** What the operation promises for the status. */
  const expectedBy = (json: Source, { method, url, status }: Found): Expected | undefined => {
    const code = digitsAt(json, status);
    if (code < 200 || code === 204 || (code >= 300 && code < 400) || code > 599) return undefined;
    const operation = match(json, method, url);
    if (operation === undefined) return undefined;
    record.operation = operation;
    record.status = code;
    return expectedOf(operation, code);
  };

  /** Behind the value of a part; one that comes before it is known what it must be is passed over. */
  const readPart = (json: Source, at: number, part: Part): number => {
    if (found[part] !== 0) return DOUBT; // of what comes twice the last one counts
    found[part] = at;
    const { expected } = found;
    switch (part) {
      case "headers":
        found.areHeadersRead = expected !== undefined;
        return expected ? reader.headers(json, at, expected) : skipValue(json, at);
      case "body":
        found.isBodyRead = expected !== undefined;
        return expected ? readBody(json, at, expected) : skipValue(json, at);
      default:
        return part === "status" ? skipDigits(json, at) : skipPlainString(json, at);
    }
  };

  const readMember = (json: Source, at: number): number => {
    const part = partAt(json, at);
    const key = part === undefined ? DOUBT : skipPlainString(json, at);
    const value = key === DOUBT ? DOUBT : skipColon(json, key);
    if (part === undefined || value === DOUBT) return DOUBT;
    if (part === "other") return skipValue(json, value);
    const end = readPart(json, value, part);
    const { method, url, status } = found;
    if (found.expected === undefined && method > 0 && url > 0 && status > 0) {
      found.expected = expectedBy(json, found);
      if (found.expected === undefined) return DOUBT;
    }
    return end;
  };

  const readLate = (json: Source): boolean => {
    const { expected, headers, body, areHeadersRead, isBodyRead } = found;
    if (expected === undefined || headers === 0 || body === 0) return false;
    if (!areHeadersRead && reader.headers(json, headers, expected) === DOUBT) return false;
    return isBodyRead || readBody(json, body, expected) !== DOUBT;
  };

  return {
    read(json, from, to) {
      if (json.bytes[from] !== OPEN) return undefined;
      found = { method: 0, url: 0, status: 0, headers: 0, body: 0, ...NOTHING };
      let index = skipSpace(json, from + 1);
      while (json.bytes[index] !== CLOSE) {
        const end = readMember(json, index);
        index = end === DOUBT ? DOUBT : nextMember(json, end);
        if (index === DOUBT) return undefined;
      }
      return skipSpace(json, index + 1) === to && readLate(json) ? record : undefined;
    },
  };
}

const NOTHING = { expected: undefined, areHeadersRead: false, isBodyRead: false } as const;

/** Which part of a record has its key at a place; undefined for one that makes the record another than it seems. */
function partAt(json: Source, at: number): Part | "other" | undefined {
  for (const { key, part } of KEYS) if (standsAt(json, at, key)) return part;
  for (const key of TELLING) if (standsAt(json, at, key)) return undefined;
  return "other";
}

/** The longest body in a string that is unescaped, in bytes. */
const MAX_TEXT = 1024 * 1024;

/** Undoes the escapes of a string, into memory of its own that is used again and again. */
function createUnescaper() {
  const self = {
    text: sourceOf(new Uint8Array(4096)),
    length: 0,
    /** Reads the string at a place; returns the place behind it. */
    read({ bytes }: Source, at: number): number {
      let text = self.text.bytes;
      let length = 0;
      let index = at + 1;
      for (; bytes[index] !== QUOTE; index++, length++) {
        let byte = bytes[index] as number;
        if (!(byte >= 32)) return DOUBT;
        if (byte === BACKSLASH) {
          const escaped = ESCAPED[bytes[++index] as number] as number;
          if (!(escaped > 0)) return DOUBT; // by its number, which few have a need for
          byte = escaped;
        }
        if (length + 1 >= text.length) {
          if (length >= MAX_TEXT) return DOUBT;
          const larger = new Uint8Array(text.length * 2);
          larger.set(text);
          self.text = sourceOf(larger);
          text = larger;
        }
        text[length] = byte;
      }
      text[length] = LINE_FEED; // so that nothing reads on into what an earlier one has left
      self.length = length;
      return index + 1;
    },
  };
  return self;
}

const LINE_FEED = 10;

/** What stands for which character behind a backslash (RFC 8259 7), by character codes; 0 for nothing. */
const ESCAPED = new Uint8Array(256);
for (const pair of ['""', "\\\\", "//", "b\b", "f\f", "n\n", "r\r", "t\t"]) {
  ESCAPED[pair.charCodeAt(0)] = pair.charCodeAt(1);
}
