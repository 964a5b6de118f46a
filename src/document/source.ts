import {
  type Document,
  type ErrorCode,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
} from "yaml";
import { type Fail, parseJsonSource } from "./json-source.ts";
import { fromPointer } from "./pointer.ts";

/** Where a value stands: a file and an RFC 6901 pointer into it. */
export interface SourceLocation {
  file: string;
  pointer: string;
}

/** Line and column, both from 1. */
export interface Position {
  line: number;
  column: number;
}

/** One YAML or JSON file, parsed, which can tell the position of everything in it. */
export interface Source {
  file: string;
  text: string;
  /** The parsed value. */
  data: unknown;
  /** Position of the key (or list item) that `pointer` names; of its nearest existing parent if it names nothing. */
  locate(pointer: string): Position;
}

/** A file that is not YAML or JSON; `position` is where reading stopped. */
export class SourceError extends Error {
  override readonly name = "SourceError";
  readonly file: string;
  readonly position: Position;
  constructor(file: string, position: Position, message: string) {
    super(message);
    this.file = file;
    this.position = position;
  }
}

// Where yaml's own words are about its interface and not about the file.
const WORDS: Partial<Record<ErrorCode, string>> = {
  MULTIPLE_DOCS: "The file holds more than one document",
  NON_STRING_KEY: "A key must be a plain text",
  RESOURCE_EXHAUSTION: "It is nested too deeply",
};

/**
 * Parses `text`, the content of `file`. JSON is read as YAML, of which it is a part. Keys are always texts (`200` and
 * `'200'` are the same key, and so a mistake), because that is what they are in JSON.
 * @throws SourceError with the first mistake's position.
 */
export function parseSource(file: string, text: string): Source {
  return parseJsonSource(file, text, failIn(file, text)) ?? parseYamlSource(file, text);
}

function failIn(file: string, text: string): Fail {
  return (at, message) => {
    const lines = text
      .replace(/^\ufeff/, "")
      .slice(0, at)
      .split("\n");
    throw new SourceError(
      file,
      { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 },
      `${message}.`,
    );
  };
}

function parseYamlSource(file: string, text: string): Source {
  const lines = new LineCounter();
  const plain = text.replace(/^\ufeff/, ""); // a byte order mark takes up no column
  const document = parseDocument(plain, { lineCounter: lines, prettyErrors: false, stringKeys: true });
  const fail = (at: number, message: string): never => {
    throw new SourceError(file, position(lines, at), `${message.replace(/\.$/, "")}.`);
  };
  const [first] = document.errors;
  if (first) fail(first.pos[0], WORDS[first.code] ?? first.message);
  visit(document, {
    Alias(_, alias, path) {
      const target = alias.resolve(document);
      if (!target) fail(start(alias) ?? 0, `There is no anchor &${alias.source} before this alias`);
      // Such a value has no end, and JSON has no form for it.
      if (path.some((parent) => parent === target)) fail(start(alias) ?? 0, "This alias contains itself");
    },
  });
  return {
    file,
    text,
    data: toData(document, fail),
    locate: (pointer) => position(lines, offset(document, fromPointer(pointer))),
  };
}

/** A file that is neither YAML nor JSON, such as the Markdown of a description: its text is its value. */
export function textSource(file: string, text: string): Source {
  return { file, text, data: text, locate: () => ({ line: 1, column: 1 }) };
}

function toData(document: Document.Parsed, fail: (at: number, message: string) => never): unknown {
  const size = expandedSize(document.contents, document, new Map());
  if (size > MAX_VALUES) {
    fail(0, `Its aliases stand for ${size} values, which is more than the ${MAX_VALUES} that are read`);
  }
  return document.toJS({ maxAliasCount: -1 });
}

// A few lines of aliases of aliases can stand for gigabytes. What counts is how large they are when written out, not
// how many there are: one anchor may well be used everywhere.
const MAX_VALUES = 2_000_000;

function expandedSize(node: unknown, document: Document.Parsed, known: Map<unknown, number>): number {
  const target = isAlias(node) ? node.resolve(document) : node;
  const before = known.get(target);
  if (before !== undefined) return before;
  let size = 1;
  if (isMap(target)) for (const { value } of target.items) size += expandedSize(value, document, known);
  if (isSeq(target)) for (const item of target.items) size += expandedSize(item, document, known);
  known.set(target, size);
  return size;
}

function position(lines: LineCounter, at: number): Position {
  const { line, col } = lines.linePos(at);
  return { line: Math.max(line, 1), column: Math.max(col, 1) };
}

/** Offset of the key that leads to the value: that is where a person looks for it. Behind an alias it is at the anchor. */
function offset(document: Document.Parsed, keys: string[]): number {
  let node: unknown = document.contents;
  let at = start(node) ?? 0;
  for (const key of keys) {
    const holder = isAlias(node) ? node.resolve(document) : node;
    const step = stepInto(holder, key);
    if (step === undefined) break;
    at = start(step.mark) ?? at;
    node = step.value;
  }
  return at;
}

/** The value below a key, and what marks the place of it: the key, or the item of a list. */
function stepInto(holder: unknown, key: string): { mark: unknown; value: unknown } | undefined {
  if (isMap(holder)) {
    const pair = holder.items.find((item) => isScalar(item.key) && item.key.value === key);
    return pair && { mark: pair.key, value: pair.value };
  }
  const item = isSeq(holder) && /^(0|[1-9]\d*)$/.test(key) ? holder.items[Number(key)] : undefined;
  return item === undefined ? undefined : { mark: item, value: item };
}

function start(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}
