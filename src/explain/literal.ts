/**
 * Reads what `console.log` and Python's `print` show of a value, and JSON with comments' cousins: single quotes, bare
 * keys, `True`, `None`, `undefined`, commas at the end. Undefined when it is anything else, or when something in it was
 * left out (`[Object]`, `...`): a guess would be worse than nothing.
 */
export function parseLiteral(text: string): unknown {
  const reader = { text, at: 0 };
  try {
    const value = readValue(reader, 0);
    skipSpace(reader);
    return reader.at === text.length ? value : undefined;
  } catch (error) {
    if (error instanceof NotALiteral) return undefined;
    throw error;
  }
}

interface Reader {
  text: string;
  at: number;
}

class NotALiteral extends Error {}

const WORDS: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ["true", true],
  ["True", true],
  ["false", false],
  ["False", false],
  ["null", null],
  ["None", null],
  ["undefined", undefined],
]);
const NUMBER = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /[A-Za-z_$][\w$]*/y;
const SPACE = /[\s\u00a0]*/y;

/** Deep enough for any response; a paste that nests deeper is no response. */
const MAX_DEPTH = 100;

function readValue(reader: Reader, depth: number): unknown {
  if (depth > MAX_DEPTH) throw new NotALiteral();
  skipSpace(reader);
  const first = reader.text[reader.at] ?? "";
  if (first === "{") return readObject(reader, depth);
  if (first === "[") return readList(reader, depth);
  if (/["'`]/.test(first)) return readString(reader);
  const number = match(reader, NUMBER);
  if (number !== undefined) return Number(number);
  const word = match(reader, WORD) ?? "";
  if (!WORDS.has(word)) throw new NotALiteral();
  return WORDS.get(word);
}

function readObject(reader: Reader, depth: number): Record<string, unknown> {
  const members: [string, unknown][] = [];
  reader.at++;
  while (!takes(reader, "}")) {
    const isQuoted = /["'`]/.test(reader.text[reader.at] ?? "");
    const key = isQuoted ? readString(reader) : (match(reader, WORD) ?? match(reader, NUMBER));
    if (key === undefined || !takes(reader, ":")) throw new NotALiteral();
    members.push([key, readValue(reader, depth + 1)]);
    if (!takes(reader, ",") && !isNext(reader, "}")) throw new NotALiteral();
  }
  return Object.fromEntries(members.filter(([, value]) => value !== undefined));
}

function readList(reader: Reader, depth: number): unknown[] {
  const items: unknown[] = [];
  reader.at++;
  while (!takes(reader, "]")) {
    items.push(readValue(reader, depth + 1));
    if (!takes(reader, ",") && !isNext(reader, "]")) throw new NotALiteral();
  }
  return items;
}

const ESCAPES: Readonly<Record<string, string>> = {
  n: "\n",
  r: "\r",
  t: "\t",
  b: "\b",
  f: "\f",
  v: "\v",
  "0": "\0",
};

/** A string; Node breaks long ones into parts with a `+` between them. */
function readString(reader: Reader): string {
  const quote = reader.text[reader.at] ?? "";
  let value = "";
  reader.at++;
  for (;;) {
    const character = reader.text[reader.at++];
    if (character === undefined) throw new NotALiteral();
    if (character === quote) break;
    value += character === "\\" ? readEscape(reader) : character;
  }
  if (!takes(reader, "+")) return value;
  skipSpace(reader);
  return value + readString(reader);
}

function readEscape(reader: Reader): string {
  const code = match(reader, /x[\dA-Fa-f]{2}|u[\dA-Fa-f]{4}|u\{[\dA-Fa-f]{1,5}\}/y);
  if (code !== undefined) return String.fromCodePoint(Number.parseInt(code.replace(/[xu{}]/g, ""), 16));
  const character = reader.text[reader.at++] ?? "";
  return ESCAPES[character] ?? character;
}

function isNext(reader: Reader, character: string): boolean {
  skipSpace(reader);
  return reader.text[reader.at] === character;
}

function takes(reader: Reader, character: string): boolean {
  const isThere = isNext(reader, character);
  if (isThere) reader.at++;
  skipSpace(reader);
  return isThere;
}

function skipSpace(reader: Reader): void {
  match(reader, SPACE);
}

/** What a sticky pattern finds here. */
function match(reader: Reader, pattern: RegExp): string | undefined {
  pattern.lastIndex = reader.at;
  const [found] = pattern.exec(reader.text) ?? [];
  if (found !== undefined) reader.at += found.length;
  return found;
}
