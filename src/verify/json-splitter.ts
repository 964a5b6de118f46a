import { type Source, sourceOf } from "../conformance/bytes/json.ts";

/** Takes the bytes of an input in pieces. */
export interface ValueReader {
  push(bytes: Uint8Array): void;
  /** @returns whether the input ended in the middle of a value. */
  end(): boolean;
}

/** Takes the JSON of a value, which stands between two places. */
export type TakeJson = (json: Source, from: number, to: number) => void;

const [QUOTE, BACKSLASH, COMMA, OPEN_LIST, CLOSE_LIST, OPEN, CLOSE] = [34, 92, 44, 91, 93, 123, 125];

/**
 * Cuts values out of JSON that arrives in pieces, and hands on each: the elements of a top-level list, the entries of a HAR, and otherwise the top-level
 * values themselves, of which there may be several in a row. Only one of them is in memory at a time, so a HAR of any
 * size can be read.
 */
export function createJsonSplitter(onValue: TakeJson): ValueReader {
  const decoder = new TextDecoder();
  let buffer: Uint8Array = new Uint8Array();
  let at = 0;
  let depth = 0;
  /** Where the value begins that is being read; -1 between values. */
  let start = -1;
  /** Where the string begins that is being read; -1 outside of strings. */
  let stringStart = -1;
  /** At which depth values are cut out: 0, 1 in a list, 3 in a HAR, none behind its entries. */
  let emitDepth = 0;
  /** The last strings at depth 1 and 2 of a top-level object, which are its keys. */
  let keys = ["", ""];

  const emit = (end: number) => {
    if (start >= 0) onValue(sourceOf(buffer), start, end);
    start = -1;
  };

  const readString = () => {
    let end = buffer.indexOf(QUOTE, at);
    while (end >= 0 && isEscaped(buffer, end)) end = buffer.indexOf(QUOTE, end + 1);
    if (end < 0) {
      at = buffer.length;
      return;
    }
    if (emitDepth === 0 && (depth === 1 || depth === 2))
      keys[depth - 1] = decoder.decode(buffer.subarray(stringStart + 1, end));
    stringStart = -1;
    at = end + 1;
    if (depth === emitDepth) emit(at);
  };

  const open = (code: number | undefined) => {
    const isHarEntries =
      code === OPEN_LIST && depth === 2 && emitDepth === 0 && keys.join() === "log,entries";
    if (isHarEntries) {
      emitDepth = 3;
      start = -1;
    } else if (code === OPEN_LIST && depth === 0) emitDepth = 1;
    else if (depth === emitDepth && start < 0) start = at;
    depth++;
  };

  const close = () => {
    if (depth === emitDepth) emit(at); // a number or a word before the bracket
    depth--;
    if (depth === emitDepth) emit(at + 1);
    else if (depth === 2 && emitDepth === 3) emitDepth = Number.POSITIVE_INFINITY;
    if (depth > 0) return;
    depth = 0;
    emitDepth = 0;
    keys = ["", ""];
  };

  /** A character between values, or of one that has neither quotes nor brackets. */
  const readPlain = (code: number | undefined) => {
    if (depth !== emitDepth) return;
    if (code === COMMA || isSpace(code)) emit(at);
    else if (start < 0) start = at;
  };

  const readOne = (code: number | undefined) => {
    if (code === QUOTE) {
      stringStart = at;
      if (depth === emitDepth && start < 0) start = at;
    } else if (code === OPEN || code === OPEN_LIST) open(code);
    else if (code === CLOSE || code === CLOSE_LIST) close();
    else readPlain(code);
    at++;
  };

  return {
    push(bytes) {
      const longer = new Uint8Array(buffer.length + bytes.length);
      longer.set(buffer);
      longer.set(bytes, buffer.length);
      buffer = longer;
      while (at < buffer.length) {
        if (stringStart >= 0) readString();
        else readOne(buffer[at]);
      }
      const kept = start >= 0 ? start : stringStart >= 0 ? stringStart : at;
      buffer = buffer.subarray(kept);
      at -= kept;
      if (start >= 0) start -= kept;
      if (stringStart >= 0) stringStart -= kept;
    },
    end() {
      const isWhole = depth === 0 && stringStart < 0;
      if (isWhole) emit(buffer.length);
      return !isWhole;
    },
  };
}

/** Whether an odd number of backslashes stands before the quote; the quote that begins the string is before them. */
function isEscaped(bytes: Uint8Array, quote: number): boolean {
  let first = quote;
  while (bytes[first - 1] === BACKSLASH) first--;
  return (quote - first) % 2 === 1;
}

function isSpace(code: number | undefined): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9;
}
