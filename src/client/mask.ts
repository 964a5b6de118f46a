import { maskPieces } from "./mask-pieces.ts";

/**
 * Takes secrets out of a text. `strict` is for text that nobody vouches for: of an error message of the API, plain
 * lower-case words are kept, because they are names of fields and values of the contract.
 */
export type Mask = (text: string, strict?: boolean) => string;

const mark = "***";
const shortest = 6;
const deepest = 500;
/** What is left of a longer text: nobody reads more of an error, and masking takes time. In characters. */
const longest = 4096;

/**
 * A mask for everything that was sent.
 * @param keys whole secrets, masked whatever they look like.
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
  const secrets = [...words].filter((word) => word.length >= shortest);
  // The part behind the prefix is the secret one.
  const whole = keys.flatMap((key) => [
    key,
    key.slice((prefixes.find((prefix) => key.startsWith(prefix)) ?? "").length),
  ]);
  const anyKey = new RegExp(
    `(${prefixes.map((prefix) => prefix.replace(/\W/g, "\\$&")).join("|")})[\\w-]+`,
    "g",
  );
  return (text, strict = false) => {
    const known = [...whole, ...(strict ? secrets : secrets.filter((word) => !/^[a-z_]+$/.test(word)))];
    // The longest first, since one secret may begin another.
    const spelt = known.flatMap(spellings).sort((a, b) => b.length - a.length);
    let masked = text.slice(0, 4 * longest);
    for (const word of spelt) masked = masked.replaceAll(word, mark);
    if (prefixes.length > 0) masked = masked.replace(anyKey, `$1${mark}`);
    return maskPieces(masked.slice(0, longest), new Set(secrets.flatMap(spellings)), mark);
  };
}

/** A word as it is, and as JSON and URLs write it. */
function spellings(word: string): string[] {
  // Half a surrogate pair has no spelling in URLs.
  const inUrl = /\p{Cs}/u.test(word) ? word : encodeURIComponent(word);
  return [word, JSON.stringify(word).slice(1, -1), inUrl];
}

function collect(value: unknown, words: Set<string>, depth: number): void {
  if (typeof value === "string" || typeof value === "number" || typeof value === "bigint") {
    words.add(String(value));
  } else if (typeof value === "object" && value !== null && depth < deepest) {
    try {
      for (const member of Symbol.iterator in value ? (value as Iterable<unknown>) : Object.values(value)) {
        collect(member, words, depth + 1);
      }
    } catch {
      // An object of the caller that cannot be read could not be sent either, so there is nothing of it to mask.
    }
  }
}
