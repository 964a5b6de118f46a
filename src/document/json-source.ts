import { appendKey, fromPointer, toPointer } from "./pointer.ts";
import type { Position, Source } from "./source.ts";

/** Why a text is not taken as JSON: `at` is the offset of the mistake. */
export type Fail = (at: number, message: string) => never;

/**
 * Reads JSON by the platform's own parser, which takes a hundredth of the time of one for YAML. Undefined when the text is
 * not JSON: as YAML it may still be right, and the reader of YAML can say where it is not.
 */
export function parseJsonSource(file: string, text: string, fail: Fail): Source | undefined {
  const plain = text.replace(/^\ufeff/, ""); // a byte order mark takes up no column
  if (!/^\s*[{[]/.test(plain)) return undefined;
  let data: unknown;
  try {
    data = JSON.parse(plain);
    scan(plain, fail);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    if (error instanceof RangeError) return fail(0, "It is nested too deeply");
    throw error;
  }
  let index: { offsets: Map<string, number>; lines: number[] } | undefined;
  return {
    file,
    text,
    data,
    locate(pointer) {
      index ??= { offsets: offsetsIn(plain, fail), lines: lineStarts(plain) };
      const keys = fromPointer(pointer);
      for (let length = keys.length; length > 0; length--) {
        const offset = index.offsets.get(toPointer(keys.slice(0, length)));
        if (offset !== undefined) return positionOf(index.lines, offset);
      }
      return positionOf(index.lines, plain.search(/\S/));
    },
  };
}

/** Why a text is no JSON, in the platform's words, and where as far as they tell; undefined for JSON. */
export function jsonFault(text: string): { at: number; message: string } | undefined {
  try {
    JSON.parse(text.replace(/^\ufeff/, ""));
    return undefined;
  } catch (error) {
    const [, message = "", at = "0"] =
      /^(.*?)(?: in JSON at position (\d+).*)?$/s.exec((error as Error).message.replace(/\s+/g, " ")) ?? [];
    return { at: Number(at), message };
  }
}

function offsetsIn(text: string, fail: Fail): Map<string, number> {
  const offsets = new Map<string, number>();
  scan(text, fail, (pointer, offset) => offsets.set(pointer, offset));
  return offsets;
}

/** Goes through a valid JSON text, calls `visit` for every key and item, and fails where an object has a key twice. */
function scan(text: string, fail: Fail, visit?: (pointer: string, offset: number) => void): void {
  let at = 0;
  const skip = (): void => {
    while (text.charCodeAt(at) <= 32) at++;
  };
  const string = (): string => {
    const start = at;
    for (at++; text[at] !== '"'; at++) if (text[at] === "\\") at++;
    at++;
    return text.slice(start, at);
  };
  const members = (end: string, member: (index: number) => void): void => {
    at++;
    skip();
    for (let index = 0; text[at] !== end; index++) {
      member(index);
      skip();
      if (text[at] === ",") at++;
      skip();
    }
    at++;
  };
  const value = (pointer: string): void => {
    skip();
    const keys = new Set<string>();
    const first = text[at];
    if (first === "{") {
      members("}", () => {
        const start = at;
        const key: string = JSON.parse(string());
        if (keys.has(key)) fail(start, "Map keys must be unique");
        keys.add(key);
        const below = visit ? appendKey(pointer, key) : pointer;
        visit?.(below, start);
        skip();
        at++; // the colon
        value(below);
      });
    } else if (first === "[") {
      members("]", (index) => {
        const below = visit ? appendKey(pointer, index) : pointer;
        visit?.(below, at);
        value(below);
      });
    } else if (first === '"') string();
    else while (at < text.length && !/[\s,\]}]/.test(text[at] ?? "")) at++;
  };
  value("");
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

function positionOf(lines: readonly number[], offset: number): Position {
  let [low, high] = [0, lines.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((lines[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: Math.max(offset - (lines[low] ?? 0), 0) + 1 };
}
