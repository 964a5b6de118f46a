import { fold, originsIn } from "./fold.ts";

/** What stands for a hidden value. */
export const MARK = "***";
/** Values of so many characters together are few. */
const FEW = 4096;

export interface Matching {
  /** Length from which on every run of a value's characters counts, because whoever repeats it, or we, may have cut it. */
  run: number;
  /** Whether a shorter value counts only where no letter, digit or underscore touches it. */
  whole?: boolean;
}

/**
 * Makes a function that hides `values`, which are folded, wherever they stand in a text, in any spelling. It takes time
 * in proportion to the text and the values together, which may be megabytes.
 */
export function createMatcher(
  values: readonly string[],
  { run, whole = false }: Matching,
): (text: string) => string {
  const all = [...new Set(values)];
  const long = all.filter(({ length }) => length >= run);
  const short = new Set(all.filter(({ length }) => length < run));
  const lengths = new Set([run, ...[...short].map(({ length }) => length)]);
  // Whatever is found has one of these in it; where there are few, looking for each is the fastest.
  const few = all.join("").length <= FEW && [...short, ...long.flatMap((value) => piecesOf(value, run / 2))];
  return (text) => {
    const folded = fold(text);
    if (few && !few.some((piece) => folded.includes(piece))) return text;
    const runs = findRuns(folded, long, run);
    if (runs.size + short.size === 0) return text;
    const origins = originsIn(text);
    const covered = new Uint8Array(text.length);
    for (let from = 0; from < folded.length; from++) {
      for (const length of lengths) {
        const piece = folded.slice(from, from + length);
        const hit =
          runs.has(piece) || (short.has(piece) && !(whole && isPartOfWord(folded, from, piece.length)));
        if (hit) covered.fill(1, origins.starts[from], origins.ends[from + piece.length - 1]);
      }
    }
    return mask(text, covered);
  };
}

/** Puts one mark in the place of each stretch that is covered. */
function mask(text: string, covered: Uint8Array): string {
  let result = "";
  for (let at = 0; at < text.length; at++) {
    if (!covered[at]) result += text[at];
    else if (!covered[at - 1]) result += MARK;
  }
  return result;
}

/** The pieces of a text that are `length` long, and `step` characters apart. */
function piecesOf(text: string, length: number, step = length): string[] {
  const pieces: string[] = [];
  for (let at = 0; at + length <= text.length; at += step) pieces.push(text.slice(at, at + length));
  return pieces;
}

/** Whether a letter, a digit or an underscore touches what stands there. */
function isPartOfWord(text: string, from: number, length: number): boolean {
  const to = from + length;
  const before = /[\p{L}\p{N}_]$/u.test(text.slice(Math.max(0, from - 2), from));
  return before || /^[\p{L}\p{N}_]/u.test(text.slice(to, to + 2));
}

/**
 * The runs of `text` that also stand in a value. Any run of a value contains a whole block, if the value is cut into
 * blocks of half the length: so only the blocks of a value need to be looked up, and what surrounds those that are found.
 */
function findRuns(text: string, values: readonly string[], run: number): Set<string> {
  const found = new Set<string>();
  if (!values[0]) return found;
  const block = run / 2;
  const runs = new Set(piecesOf(text, run, 1));
  const blocks = new Set(piecesOf(text, block, 1));
  for (const value of values) {
    for (const [index, piece] of piecesOf(value, block).entries()) {
      if (!blocks.has(piece)) continue;
      const at = index * block;
      for (let from = Math.max(0, at - block + 1); from <= at; from++) {
        const gram = value.slice(from, from + run);
        if (runs.delete(gram)) found.add(gram);
      }
    }
  }
  return found;
}
