import { type Source, standsAt, wordOfAscii } from "../conformance/bytes/json.ts";

/**
 * Tells from the bytes of a record, without parsing it, that it is the success of a request: every status in it is one of
 * a success, and nowhere is there an error, nor a body whose text is not plain to see. When in doubt, it is not. Quotes
 * inside of strings are escaped in JSON, so `"status":` is always a key.
 */
export function isPlainSuccess(json: Source, from: number, to: number): boolean {
  const { bytes } = json;
  let found = 0;
  for (let at = statusWord(json, from, to); at >= 0; at = statusWord(json, at + 7, to)) {
    const digit = statusAt(bytes, at + 7);
    if (digit === NOT_A_STATUS) continue;
    if (digit !== 50) return false; // "2"
    found++;
  }
  return found > 0 && telling(json, from, to) < 0;
}

const NOT_A_STATUS = -1;

/** The first digit of the number behind `status` or `statusCode`, as a character code. */
function statusAt(bytes: Uint8Array, at: number): number {
  let index = at;
  if (bytes[index] === 67) index += 4; // "Code"
  if (bytes[index] !== 34) return NOT_A_STATUS; // another key, such as `statusText`
  index++;
  while (bytes[index] === 32 || bytes[index] === 58) index++;
  const code = bytes[index] ?? 0;
  return code >= 48 && code <= 57 ? code : NOT_A_STATUS;
}

/** Where the first of some words is, or -1. */
type Search = (json: Source, from: number, to: number) => number;

/**
 * The search of Horspool, for several words at once: a byte that is in none of them moves it on by the length of the
 * shortest, so that most bytes are never looked at.
 */
function createSearch(...words: string[]): Search {
  const all = words.map(wordOfAscii);
  const length = Math.min(...all.map((word) => word.length));
  const steps = new Uint8Array(256).fill(length);
  for (const word of all) {
    for (let index = 0; index < length - 1; index++) {
      const byte = word.bytes[index] as number;
      steps[byte] = Math.min(steps[byte] as number, length - 1 - index);
    }
  }
  const isLast = new Uint8Array(256);
  for (const word of all) isLast[word.bytes[length - 1] as number] = 1;
  return (json, from, to) => {
    const { bytes } = json;
    let end = from + length - 1;
    while (end < to) {
      const byte = bytes[end] as number;
      if (isLast[byte] === 1) {
        const at = end - length + 1;
        for (const word of all) if (standsAt(json, at, word)) return at;
      }
      end += steps[byte] as number;
    }
    return -1;
  };
}

const statusWord = createSearch('"status');
/** An error, or a body in base64, in a `Buffer`, or compressed; of the same length, which is that of the steps. */
const telling = createSearch("error", "ase64", "uffer", '"H4sI');
