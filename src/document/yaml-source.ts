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
import { fromPointer } from "./pointer.ts";
import { type Position, type Source, SourceError } from "./source.ts";

// Where yaml's own words are about its interface and not about the file.
const WORDS: Partial<Record<ErrorCode, string>> = {
  MULTIPLE_DOCS: "The file holds more than one document",
  NON_STRING_KEY: "A key must be a plain text",
  RESOURCE_EXHAUSTION: "It is nested too deeply",
};

/**
 * Reads YAML.
 * @throws SourceError with the position of the first mistake.
 */
export function parseYamlSource(file: string, text: string): Source {
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
