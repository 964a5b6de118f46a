import type { Outgoing } from "./call.ts";

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
const deepest = 500;
/** What is left of a longer text: nobody reads more of an error, and masking takes time. In characters. */
const longest = 4096;
/** Headers that say nothing about the caller, and whose values do stand in messages. */
const harmless = /^(accept|content-type|idempotency-key)$/;

/**
 * A mask for everything that was sent.
 * @param keys API keys, masked whatever they look like.
 * @param sent anything; every string and number in it, at any depth, counts.
 * @param prefixes what keys begin with: whatever looks like a key is masked too.
 */
export function createMask(
  keys: readonly string[],
  sent: readonly unknown[],
  prefixes: readonly string[],
): Mask {
  const words = new Set<string>();
  collect(sent, words, 0);
  // What a prefix says is no secret; the part behind it is.
  const prefix = `(${prefixes.map((one) => one.replace(/\W/g, "\\$&")).join("|")})`;
  const parts = keys.map((key) => key.replace(new RegExp(`^${prefix}`), ""));
  return (text, strict) => {
    const secrets = [...words].filter(
      (word) => word.length >= shortest && (strict || !/^[a-z_]{0,15}$/.test(word)),
    );
    // The longest first, since one secret may begin another.
    const known = [...parts, ...secrets].flatMap(spellings).sort((a, b) => b.length - a.length);
    const masked = known.reduce(hide, text.slice(0, 2 * longest));
    const anyKey = new RegExp(`${prefix}[\\w-]+`, "g");
    return (prefixes.length > 0 ? masked.replace(anyKey, `$1${mark}`) : masked).slice(0, longest);
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

function collect(value: unknown, words: Set<string>, depth: number): void {
  if (/string|number|bigint/.test(typeof value)) words.add(String(value));
  if (typeof value !== "object" || value === null || depth > deepest) return;
  try {
    for (const member of Symbol.iterator in value ? (value as Iterable<unknown>) : Object.values(value)) {
      collect(member, words, depth + 1);
    }
  } catch {
    // An object of the caller that cannot be read could not be sent either, so there is nothing of it to mask.
  }
}

/** A mask for what a request carries. Made at the first use, because most calls never fail. */
export function requestMask(request: Outgoing, keys: readonly string[], prefixes: readonly string[]): Mask {
  let known = -1;
  let mask: Mask;
  return (text, strict) => {
    if (known !== keys.length) {
      const { search, searchParams } = new URL(request.url);
      const sent = [headerValues(request.headers), search, [...searchParams.values()], bodyOf(request)];
      mask = createMask(keys, sent, prefixes);
      known = keys.length;
    }
    return mask(text, strict);
  };
}

/** Each value, and its parts: a cookie header carries several. */
export function headerValues(headers: object): string[] {
  return Object.entries(headers).flatMap(([name, value]) =>
    harmless.test(name) ? [] : [value, ...String(value).split(/[\s;,=]+/)],
  );
}

function bodyOf({ body = "" }: Outgoing): unknown {
  try {
    return JSON.parse(body);
  } catch {
    // Not JSON, so it is one secret as a whole.
    return body;
  }
}
