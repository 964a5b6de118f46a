import { type Document, isCollection, LineCounter, parseDocument, type YAMLError } from "yaml";
import { fromPointer } from "./pointer.ts";

/** Where a value stands: a file and an RFC 6901 pointer into it. */
export interface Place {
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

/**
 * Parses `text`, the content of `file`. JSON is read as YAML, of which it is a part.
 * @throws SourceError with the first mistake's position.
 */
export function parseSource(file: string, text: string): Source {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  const first = document.errors[0];
  if (first) throw new SourceError(file, position(lines, first.pos[0]), sentence(first));
  return {
    file,
    text,
    data: document.toJS({ maxAliasCount: 100 }),
    locate: (pointer) => position(lines, offset(document, fromPointer(pointer))),
  };
}

function sentence(error: YAMLError): string {
  return `${error.message.replace(/\.$/, "")}.`;
}

function position(lines: LineCounter, at: number): Position {
  const { line, col } = lines.linePos(at);
  return { line: Math.max(line, 1), column: Math.max(col, 1) };
}

/** Offset of the key that leads to the value: that is where a person looks for it. */
function offset(document: Document.Parsed, keys: string[]): number {
  let node: unknown = document.contents;
  let at = start(node) ?? 0;
  for (const key of keys) {
    if (!isCollection(node)) break;
    const pair = node.items.find((item) => keyOf(item) === key);
    const next = pair === undefined ? node.items[Number(key)] : pair;
    if (next === undefined) break;
    at = start(isPairLike(next) ? next.key : next) ?? at;
    node = isPairLike(next) ? next.value : next;
  }
  return at;
}

interface PairLike {
  key: unknown;
  value: unknown;
}

function isPairLike(item: unknown): item is PairLike {
  return typeof item === "object" && item !== null && "key" in item && "value" in item;
}

function keyOf(item: unknown): string | undefined {
  if (!isPairLike(item)) return undefined;
  const { key } = item;
  return typeof key === "object" && key !== null && "value" in key ? String(key.value) : undefined;
}

function start(node: unknown): number | undefined {
  if (typeof node !== "object" || node === null || !("range" in node)) return undefined;
  return Array.isArray(node.range) ? (node.range[0] as number) : undefined;
}
