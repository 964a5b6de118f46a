/** So many characters in a row that were sent are no coincidence. */
const telling = 16;
/** Any such run contains a whole block of what was sent, if that is cut into blocks of half the length. */
const block = telling / 2;

/**
 * Masks what is left in `text` of secrets that were cut, by whoever repeated them or by us: every run of 16 characters
 * and more that stands in one of `sent` too. Takes time in proportion to `sent`, which may be megabytes.
 */
export function maskPieces(text: string, sent: Iterable<string>, mark: string): string {
  const words = [...sent].filter(({ length }) => length >= telling);
  if (words.length === 0) return text;
  const hidden = new Uint8Array(text.length);
  const places = new Map<string, number[]>();
  for (let at = 0; at + block <= text.length; at++) {
    const piece = text.slice(at, at + block);
    const before = places.get(piece);
    if (before) before.push(at);
    else places.set(piece, [at]);
  }
  for (const word of words) {
    for (let from = 0; from + block <= word.length; from += block) {
      const piece = word.slice(from, from + block);
      const found = places.get(piece);
      if (!found) continue;
      for (const at of found) if (!hidden[at]) hideRun({ text, at, word, from, hidden });
      places.set(
        piece,
        found.filter((at) => !hidden[at]),
      );
    }
  }
  let masked = "";
  for (let at = 0; at < text.length; at++) {
    if (!hidden[at]) masked += text[at];
    else if (!hidden[at - 1]) masked += mark;
  }
  return masked;
}

interface Match {
  text: string;
  at: number;
  word: string;
  from: number;
  hidden: Uint8Array;
}

/** Hides the longest common run around a block that stands at `at` in the text and at `from` in the word. */
function hideRun({ text, at, word, from, hidden }: Match): void {
  let start = 0;
  while (start < Math.min(at, from) && text[at - start - 1] === word[from - start - 1]) start++;
  let end = block;
  while (at + end < text.length && from + end < word.length && text[at + end] === word[from + end]) end++;
  if (start + end >= telling) hidden.fill(1, at - start, at + end);
}
