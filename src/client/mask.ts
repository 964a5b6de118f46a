/**
 * Takes secrets out of a text. `strict` is for text that nobody vouches for: of an error message of the API, plain
 * lower-case words are kept, because they are names of fields and values of the contract.
 */
export type Mask = (text: string, strict?: boolean) => string;

const mark = "***";
const shortest = 6;
/** So many characters in a row that were sent are no coincidence. */
const telling = 16;
/** Any such run contains a whole block of what was sent, if that is cut into blocks of half the length. */
const block = telling / 2;
/** What is left of a longer text: nobody reads more of an error, and masking takes time. In characters. */
const longest = 4096;

/**
 * A mask for everything that was sent.
 * @param keys API keys, masked whatever they look like; there may be more of them later.
 * @param sent gives anything, at the first use, because most calls never fail; every string and number in it counts.
 * @param prefixes what keys begin with: whatever looks like a key is masked too.
 */
export function createMask(
  keys: ReadonlySet<string>,
  sent: () => unknown,
  prefixes: readonly string[],
): Mask {
  let words: string[] | undefined;
  return (text, strict) => {
    words ??= wordsIn(sent());
    const anyKey = new RegExp(`(${prefixes.join("|")})([\\w-]+)`, "g");
    const secrets = words.filter((word) => strict || !/^[a-z_]{0,15}$/.test(word));
    // What a prefix says is no secret; the part behind it is.
    const parts = [...keys].map((key) => key.replace(anyKey, "$2"));
    // The longest first, since one secret may begin another.
    const known = [...parts, ...secrets].flatMap(spellings).sort((a, b) => b.length - a.length);
    const masked = known.reduce(hide, text.slice(0, 2 * longest));
    return masked.replace(anyKey, `$1${mark}`).slice(0, longest);
  };
}

/**
 * Hides a short word where it stands as a whole; of a longer one every run of 16 characters and more, because whoever
 * repeats it, or we, may have cut it. Takes time in proportion to the word, which may be megabytes.
 */
export function hide(text: string, word: string): string {
  if (word.length < telling) return text.replaceAll(word, mark);
  let masked = text;
  for (let from = 0; from + block <= word.length; from += block) {
    const piece = word.slice(from, from + block);
    for (let at = masked.indexOf(piece); at >= 0; at = masked.indexOf(piece, at + 1)) {
      let start = 0;
      while (start < at && masked[at - start - 1] === word[from - start - 1]) start++;
      let end = block;
      while (at + end < masked.length && masked[at + end] === word[from + end]) end++;
      if (start + end < telling) continue;
      masked = masked.slice(0, at - start) + mark + masked.slice(at + end);
      at -= start;
    }
  }
  return masked;
}

/** A word as it is, and as JSON and URLs write it. */
function spellings(word: string): string[] {
  // Half a surrogate pair has no spelling in URLs.
  const inUrl = /\p{Cs}/u.test(word) ? word : encodeURIComponent(word);
  return [...new Set([word, JSON.stringify(word).slice(1, -1), inUrl])];
}

/** Every string and number in `value`, at any depth, that is long enough to tell something. */
function wordsIn(value: unknown): string[] {
  const seen = new Set<unknown>();
  const collect = (one: unknown): void => {
    if (seen.has(one)) return;
    seen.add(one);
    try {
      if (typeof one === "object") Object.values(one ?? {}).forEach(collect);
    } catch {
      // An object of the caller that cannot be read could not be sent either, so there is nothing of it to mask.
    }
  };
  collect(value);
  const words = [...seen].filter((one) => /string|number|bigint/.test(typeof one)).map(String);
  return words.filter((word) => word.length >= shortest);
}
