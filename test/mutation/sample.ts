/** Some lines of a file, both ends included, counted from 1. */
export interface Lines {
  file: string;
  from: number;
  to: number;
}

const WINDOW = 12;

/**
 * Picks about `share` of all lines, in pieces long enough for whole statements. The same seed picks the same lines.
 * @param lengths number of lines by file.
 */
export function sampleLines(lengths: ReadonlyMap<string, number>, share: number, seed: number): Lines[] {
  const pieces = [...lengths].flatMap(([file, length]) =>
    Array.from({ length: Math.ceil(length / WINDOW) }, (_, index): Lines => {
      return { file, from: index * WINDOW + 1, to: Math.min((index + 1) * WINDOW, length) };
    }),
  );
  const random = randomFrom(seed);
  const keyed = pieces.map((piece) => ({ piece, key: random() })).sort((a, b) => a.key - b.key);
  return keyed.slice(0, Math.ceil(pieces.length * share)).map(({ piece }) => piece);
}

/** A linear congruential generator (Numerical Recipes): any will do, as long as it is the same everywhere. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
