import { type Document, isMap, isScalar, isSeq, type Node, type Pair, parseDocument } from "yaml";

/** What can become of a value by mistake. */
export const MISTAKES = [
  "removed",
  "emptied",
  "of the wrong type",
  "misspelt",
  "misnamed",
  "repeated",
] as const;
export type Mistake = (typeof MISTAKES)[number];

export type Keys = (string | number)[];

/** A value in a file. */
export interface Fact {
  keys: Keys;
  /** Line of its key, or of its item. */
  line: number;
  value: unknown;
}

/** A file with one mistake. */
export interface Mutant {
  fact: Fact;
  mistake: Mistake;
  text: string;
}

/**
 * The facts of a code in its file, each of which says something of this code alone. They are found in its structure: every
 * keyword of the schema itself with the items of its lists, and every property of the error object with its `const` and
 * its `examples`. How they are put together (`allOf`, `required`) is none.
 */
export function factsIn(text: string): Fact[] {
  return valuesIn(text).filter(({ keys }) => isFact(keys));
}

/** All values of a file, but for the whole of it. */
export function valuesIn(text: string): Fact[] {
  const document = parseDocument(text);
  const facts: Fact[] = [];
  const visit = (keys: Keys): void => {
    const node = document.getIn(keys, true);
    if (keys.length > 0)
      facts.push({ keys, line: lineOf(document, text, keys), value: document.toJS() && jsOf(node) });
    if (isMap(node))
      for (const pair of node.items) visit([...keys, String((pair.key as { value: unknown }).value)]);
    if (isSeq(node)) for (const index of node.items.keys()) visit([...keys, index]);
  };
  visit([]);
  return facts;
}

function jsOf(node: unknown): unknown {
  return isMap(node) || isSeq(node) || isScalar(node) ? node.toJSON() : undefined;
}

function isFact(keys: Keys): boolean {
  const [first, , ...rest] = keys;
  if (first !== "allOf") return keys.length === 1 || (keys.length === 2 && typeof keys[1] === "number");
  if (rest[0] !== "properties") return false;
  return rest.length === 2 || (rest.length === 3 && (rest[2] === "const" || rest[2] === "examples"));
}

/** The file with a mistake in a fact; undefined where the mistake cannot be made. */
export function mutantOf(text: string, fact: Fact, mistake: Mistake): Mutant | undefined {
  const document = parseDocument(text);
  const { keys, value } = fact;
  const made = CHANGES[mistake](document, keys, value);
  return made
    ? { fact, mistake, text: document.toString({ lineWidth: 0, flowCollectionPadding: false }) }
    : undefined;
}

const CHANGES: Readonly<Record<Mistake, (document: Document, keys: Keys, value: unknown) => boolean>> = {
  removed: (document, keys) => document.deleteIn(keys),
  emptied(document, keys, value) {
    const empty = Array.isArray(value) ? [] : typeof value === "object" ? {} : "";
    document.setIn(keys, empty);
    return typeof value !== "number";
  },
  "of the wrong type"(document, keys, value) {
    document.setIn(keys, typeof value === "string" ? 7 : "seven");
    return true;
  },
  misspelt(document, keys, value) {
    if (typeof value !== "string") return false;
    document.setIn(keys, misspell(value));
    return true;
  },
  misnamed(document, keys) {
    const key = keys.at(-1);
    if (typeof key !== "string") return false;
    const pair = pairAt(document, keys);
    pair.key = document.createNode(misspell(key));
    return true;
  },
  repeated(document, keys, value) {
    const key = keys.at(-1);
    const holder = keys.slice(0, -1);
    if (typeof key === "number") document.addIn(holder, value);
    else document.setIn([...holder, `${key}2`], value);
    return true;
  },
};

/** Without its last letter but one, as somebody might type it. */
function misspell(word: string): string {
  return word.slice(0, -2) + word.slice(-1);
}

function pairAt(document: Document, keys: Keys): Pair {
  const parent = keys.length > 1 ? document.getIn(keys.slice(0, -1), true) : document.contents;
  const pair = isMap(parent)
    ? parent.items.find(({ key }) => isScalar(key) && key.value === keys.at(-1))
    : undefined;
  if (!pair) throw new Error(`There is no ${keys.join("/")}.`);
  return pair as Pair;
}

function lineOf(document: Document, text: string, keys: Keys): number {
  const isItem = typeof keys.at(-1) === "number";
  const node = (isItem ? document.getIn(keys, true) : pairAt(document, keys).key) as Node;
  return text.slice(0, node.range?.[0]).split("\n").length;
}
