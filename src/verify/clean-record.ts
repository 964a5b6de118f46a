import {
  BACKSLASH,
  CLOSE,
  createFindWord,
  DOUBT,
  digitsAt,
  nextMember,
  OPEN,
  QUOTE,
  type Source,
  skipColon,
  skipDigits,
  skipMember,
  skipPlainString,
  skipSpace,
  skipValue,
  sourceOf,
  type Word,
  wordOfAscii,
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

/** The parts of a record by numbers, in the order that most recordings have. */
const [METHOD, URL, STATUS, HEADERS, BODY] = [0, 1, 2, 3, 4];
const KEYS = ["method", "url", "status", "headers", "body", "path"];
/** Members that change what a record is, so that one with them is parsed. */
const TELLING = ["response", "res", "log", "content", "encoding", "_resourceType", "_webSocketMessages"];
const WORDS = [...KEYS, ...TELLING].map((key) => wordOfAscii(`"${key}"`));
const findKey = createFindWord(WORDS);

/** Which part the key at a place names: -1 for none, `DOUBTFUL` for one that makes the record another than it seems. */
function partOf(key: number): number {
  if (key < KEYS.length - 1) return key;
  return key === KEYS.length - 1 ? URL : DOUBTFUL;
}

const DOUBTFUL = 99;

/**
 * Reads records in their flat form, as logs have them by the million: `{ method, url, status, headers, body }` in any order,
 * with a body that is an object or the text of one. Nearly every record of a healthy API is as it should be, and to see
 * that takes a fraction of the time that parsing it would.
 */
export function createRecordReader(checker: Checker, match: MatchBytes): RecordReader {
  const { reader, expectedOf } = checker;
  const record: CleanRecord = { operation: "", status: 0, code: undefined };
  const unescaper = createUnescaper();
  /** Where the value of each part begins; 0 for none, as no value begins a record. */
  const places = new Int32Array(5);
  /** What the operation promises, once its method, URL and status are known. */
  let expected: Expected | undefined;
  let areHeadersRead = false;
  let isBodyRead = false;

  const readBody = (json: Source, at: number, promised: Expected): number => {
    if (json.bytes[at] === OPEN) {
      const end = reader.body(json, at, promised);
      if (end !== DOUBT) record.code = reader.codeOf(json, at, promised);
      return end;
    }
    const end = json.bytes[at] === QUOTE ? unescaper.read(json, at) : DOUBT;
    if (end === DOUBT) return DOUBT;
    const { text, length } = unescaper;
    // A body that is cut off might go on in what an earlier one has left behind it, but not end where it does.
    if (text.bytes[0] !== OPEN || reader.body(text, 0, promised) !== length) return DOUBT;
    record.code = reader.codeOf(text, 0, promised);
    return end;
  };

  /** What the operation promises for the status. */
  const expectedBy = (json: Source): Expected | undefined => {
    const status = digitsAt(json, places[STATUS] as number);
    if (status < 200 || status === 204 || (status >= 300 && status < 400) || status > 599) return undefined;
    const operation = match(json, places[METHOD] as number, places[URL] as number);
    if (operation === undefined) return undefined;
    record.operation = operation;
    record.status = status;
    return expectedOf(operation, status);
  };

  /** Behind the value of a part; one that comes before it is known what it must be is passed over. */
  const readPart = (json: Source, at: number, part: number): number => {
    if (part === STATUS) return skipDigits(json, at);
    if (part === HEADERS && expected) {
      areHeadersRead = true;
      return reader.headers(json, at, expected);
    }
    if (part === BODY && expected) {
      isBodyRead = true;
      return readBody(json, at, expected);
    }
    return part === HEADERS || part === BODY ? skipValue(json, at) : skipPlainString(json, at);
  };

  const readMember = (json: Source, at: number, key: number): number => {
    const part = partOf(key);
    if (part < 0) return skipMember(json, at);
    const value = part === DOUBTFUL ? DOUBT : skipColon(json, at + (WORDS[key] as Word).length);
    if (value === DOUBT || places[part] !== 0) return DOUBT; // of what comes twice the last one counts
    places[part] = value;
    const end = readPart(json, value, part);
    if (expected === undefined && places[METHOD] !== 0 && places[URL] !== 0 && places[STATUS] !== 0) {
      expected = expectedBy(json);
      if (expected === undefined) return DOUBT;
    }
    return end;
  };

  /** Reads what came before it was known what it must be; whether all of the record is as it should be. */
  const readLate = (json: Source): boolean => {
    const [headers, body] = [places[HEADERS] as number, places[BODY] as number];
    if (expected === undefined || headers === 0 || body === 0) return false;
    if (!areHeadersRead && reader.headers(json, headers, expected) === DOUBT) return false;
    return isBodyRead || readBody(json, body, expected) !== DOUBT;
  };

  return {
    read(json, from, to) {
      if (json.bytes[from] !== OPEN) return undefined;
      places.fill(0);
      expected = undefined;
      areHeadersRead = isBodyRead = false;
      let next = 0;
      let index = skipSpace(json, from + 1);
      while (json.bytes[index] !== CLOSE) {
        const key = findKey(json, index, next);
        next = key + 1;
        const end = readMember(json, index, key);
        index = end === DOUBT ? DOUBT : nextMember(json, end);
        if (index === DOUBT) return undefined;
      }
      return skipSpace(json, index + 1) === to && readLate(json) ? record : undefined;
    },
  };
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
      self.length = length;
      return index + 1;
    },
  };
  return self;
}

/** What stands for which character behind a backslash (RFC 8259 7), by character codes; 0 for nothing. */
const ESCAPED = new Uint8Array(256);
for (const pair of ['""', "\\\\", "//", "b\b", "f\f", "n\n", "r\r", "t\t"]) {
  ESCAPED[pair.charCodeAt(0)] = pair.charCodeAt(1);
}
