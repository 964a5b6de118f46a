/** Cuts values out of JSON text that arrives in pieces. */
export interface JsonSplitter {
  push(text: string): void;
  /** @returns whether the text ended in the middle of a value. */
  end(): boolean;
}

const [QUOTE, BACKSLASH, COMMA, OPEN_LIST, CLOSE_LIST, OPEN, CLOSE] = [34, 92, 44, 91, 93, 123, 125];

/**
 * Hands on the text of each value: the elements of a top-level list, the entries of a HAR, and otherwise the top-level
 * values themselves, of which there may be several in a row. Only one of them is in memory at a time, so a HAR of any
 * size can be read.
 */
export function createJsonSplitter(onValue: (json: string) => void): JsonSplitter {
  let buffer = "";
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
    if (start >= 0) onValue(buffer.slice(start, end));
    start = -1;
  };

  const readString = () => {
    let end = buffer.indexOf('"', at);
    while (end >= 0 && isEscaped(buffer, end, stringStart)) end = buffer.indexOf('"', end + 1);
    if (end < 0) {
      at = buffer.length;
      return;
    }
    if (emitDepth === 0 && (depth === 1 || depth === 2)) keys[depth - 1] = buffer.slice(stringStart + 1, end);
    stringStart = -1;
    at = end + 1;
    if (depth === emitDepth) emit(at);
  };

  const open = (code: number) => {
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
  const readPlain = (code: number) => {
    if (depth !== emitDepth) return;
    if (code === COMMA || isSpace(code)) emit(at);
    else if (start < 0) start = at;
  };

  const readOne = (code: number) => {
    if (code === QUOTE) {
      stringStart = at;
      if (depth === emitDepth && start < 0) start = at;
    } else if (code === OPEN || code === OPEN_LIST) open(code);
    else if (code === CLOSE || code === CLOSE_LIST) close();
    else readPlain(code);
    at++;
  };

  return {
    push(text) {
      buffer += text;
      while (at < buffer.length) {
        if (stringStart >= 0) readString();
        else readOne(buffer.charCodeAt(at));
      }
      const kept = start >= 0 ? start : stringStart >= 0 ? stringStart : at;
      buffer = buffer.slice(kept);
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

/** Whether an odd number of backslashes stands before the quote. */
function isEscaped(text: string, quote: number, from: number): boolean {
  let first = quote;
  while (first - 1 > from && text.charCodeAt(first - 1) === BACKSLASH) first--;
  return (quote - first) % 2 === 1;
}

function isSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9;
}
