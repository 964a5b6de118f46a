import { type Source, sourceOf } from "../conformance/bytes/json.ts";
import { createJsonSplitter, type TakeJson, type ValueReader } from "./json-splitter.ts";

/** What comes out of an input, in its order. */
export interface ValueHandler {
  onValue(value: unknown): void;
  /** A line or a value that is not JSON. */
  onUnreadable(): void;
  /** Judges a record by the bytes of its JSON; whether that was enough, and it need not be parsed. */
  takeBytes?(json: Source, from: number, to: number): boolean;
}

/** How much of an input is looked at before its form is decided, in bytes. */
const BEGINNING = 1024 * 1024;

const [LINE_FEED, OPEN] = [10, 123];

let decoder: TextDecoder | undefined;

function decode(bytes: Uint8Array): string {
  // Made at the first use, so that the module can be loaded where there is none.
  decoder ??= new TextDecoder();
  return decoder.decode(bytes);
}

/**
 * Reads JSON values, one after the other, in whatever form they come: a value per line, a list, a HAR, one value that is
 * spread over lines. The form is told by the content: where the first line is a whole value, every line is one. Values
 * are cut from the bytes, which is several times faster than to make text of all of them first.
 */
export function createValueReader(handler: ValueHandler): ValueReader {
  const parse = (json: string) => {
    let value: unknown;
    try {
      value = JSON.parse(json);
    } catch {
      handler.onUnreadable();
      return;
    }
    handler.onValue(value);
  };
  const take: TakeJson = (json, from, to) => {
    if (!handler.takeBytes?.(json, from, to)) parse(decode(json.bytes.subarray(from, to)));
  };
  let beginning: Uint8Array[] = [];
  let length = 0;
  let reader: ValueReader | undefined;
  const decide = (): ValueReader => {
    const bytes = concat(beginning);
    beginning = [];
    const made = isByLine(decode(bytes)) ? createLineReader(take, parse) : createJsonSplitter(take);
    made.push(bytes);
    return made;
  };
  return {
    push(bytes) {
      if (reader) return reader.push(bytes);
      beginning.push(bytes);
      length += bytes.length;
      const isEnough = length > BEGINNING || bytes.includes(LINE_FEED);
      if (isEnough && (length > BEGINNING || hasLine(beginning))) reader = decide();
    },
    end() {
      reader ??= decide();
      return reader.end();
    },
  };
}

/** Whether there is a whole line with something in it. */
function hasLine(pieces: readonly Uint8Array[]): boolean {
  return decode(concat(pieces)).trimStart().includes("\n");
}

function concat(pieces: readonly Uint8Array[]): Uint8Array {
  const [first = new Uint8Array(), ...more] = pieces;
  if (more.length === 0) return first;
  const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

function isByLine(text: string): boolean {
  const rest = text.trimStart();
  const end = rest.indexOf("\n");
  const line = end < 0 ? rest : rest.slice(0, end);
  // A log may have a time, a level or a name before the JSON of each line, in brackets or not.
  if (!/^[[{"]/.test(line) || /^(?:\[[^[\]{}"]*\][^[\]{}"]*)+\{/.test(line)) return true;
  if (end < 0) return false;
  try {
    const value: unknown = JSON.parse(line);
    return !Array.isArray(value); // a list on one line is a list of records
  } catch {
    return false; // the first line of something longer
  }
}

function createLineReader(take: TakeJson, parse: (json: string) => void): ValueReader {
  /** The beginning of a line whose end has not arrived yet. */
  let rest: Uint8Array[] = [];
  const takeLine: TakeJson = (json, from, to) => {
    if (json.bytes[from] === OPEN) return take(json, from, to);
    const text = decode(json.bytes.subarray(from, to)).trim();
    if (text === "") return;
    const start = text.search(RECORD_START);
    parse(start > 0 && !isJson(text) ? text.slice(start) : text);
  };
  return {
    push(bytes) {
      const json = sourceOf(bytes);
      let from = 0;
      for (let end = bytes.indexOf(LINE_FEED); end >= 0; end = bytes.indexOf(LINE_FEED, from)) {
        if (rest.length > 0) {
          const line = concat([...rest, bytes.subarray(from, end)]);
          rest = [];
          takeLine(sourceOf(line), 0, line.length);
        } else takeLine(json, from, end);
        from = end + 1;
      }
      // A copy, as what was read may be overwritten by its owner, and would otherwise be kept whole for its last line.
      if (from < bytes.length) rest.push(new Uint8Array(bytes.subarray(from)));
    },
    end() {
      const line = concat(rest);
      if (isCut(decode(line))) return true;
      takeLine(sourceOf(line), 0, line.length);
      return false;
    },
  };
}

/** How the JSON of a record begins, whatever a log has before it. */
const RECORD_START = /\{\s*"/;

/** Whether a line is the beginning of a record: its end went missing, as it does when a file or a stream is cut off. */
function isCut(line: string): boolean {
  const start = line.search(RECORD_START);
  return start >= 0 && !isJson(line.slice(start));
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
