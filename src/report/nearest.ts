/**
 * The words that somebody may have meant, the likeliest first, at most three: those that need few corrections, and
 * those that contain what was typed or are contained in it. Nothing that would have to be typed anew from end to end.
 */
export function nearest(typed: string, words: readonly string[]): string[] {
  const wanted = plainForm(typed);
  if (wanted === "") return [];
  return words
    .map((word) => ({ word, distance: distanceTo(wanted, plainForm(word)) }))
    .filter(({ word, distance }) => distance <= mistakesIn(word))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map(({ word }) => word);
}

/** ` Did you mean \`x\`?` for the likeliest word; nothing where none is likely. */
export function didYouMean(typed: string, words: readonly string[]): string {
  const [meant] = nearest(typed, [...new Set(words)]);
  return meant === undefined ? "" : ` Did you mean \`${meant}\`?`;
}

/** How many mistakes a word may have and still be recognized. */
function mistakesIn({ length }: string): number {
  return Math.min(Math.max(2, Math.floor(length / 3)), length - 1);
}

/** `KEY-EXPIRED`, `keyExpired` and `key_expired` are the same word. */
function plainForm(word: string): string {
  return word
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "")
    .slice(0, 100);
}

function distanceTo(typed: string, word: string): number {
  const isPart = Math.min(typed.length, word.length) >= 4 && (word.includes(typed) || typed.includes(word));
  return Math.min(isPart ? 2 : Number.POSITIVE_INFINITY, editDistance(typed, word));
}

/** Insertions, deletions, substitutions and swaps of neighbours (optimal string alignment). */
export function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitution = at(last, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swap = swapped ? at(before, j - 2) + 1 : Number.POSITIVE_INFINITY;
      row.push(Math.min(at(last, j) + 1, at(row, j - 1) + 1, substitution, swap));
    }
    before = last;
    last = row;
  }
  return at(last, b.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}
