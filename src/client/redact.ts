import type { PreparedRequest } from "./call.ts";

/**
 * Removes secrets from a text. `strict` is for text that nobody vouches for: of an error message of the API, plain
 * lower-case words are kept, because they are names of fields and values of the contract.
 */
export type Redact = (text: string, strict?: boolean) => string;

const MARK = "***";
const SHORTEST = 6;
/** So many characters in a row that were sent are no coincidence. */
const MIN_MATCH = 16;
/** Any such run contains a whole block of what was sent, if that is cut into blocks of half the length. */
const BLOCK = MIN_MATCH / 2;
/** What is left of a longer text: nobody reads more of an error, and redaction takes time. In characters. */
const LONGEST = 4096;

/**
 * Makes the redaction of a call.
 * @param keys API keys, redacted whatever they look like; more may be added later.
 * @param sent returns anything, at the first use, because most calls never fail; every string and number in it counts.
 * @param prefixes what keys begin with: whatever looks like a key is redacted too.
 */
export function createRedact(
  keys: ReadonlySet<string>,
  sent: () => unknown,
  prefixes: readonly string[],
): Redact {
  let words: string[] | undefined;
  return (text, strict) => {
    words ??= wordsIn(sent());
    const anyKey = new RegExp(`(${prefixes.join("|")})([\\w-]+)`, "g");
    const secrets = words.filter((word) => strict || !/^[a-z_]{0,15}$/.test(word));
    // The prefix is no secret; the part behind it is.
    const parts = [...keys].map((key) => key.replace(anyKey, "$2"));
    // The longest first, since one secret may begin another.
    const known = [...parts, ...secrets].flatMap(spellings).sort((a, b) => b.length - a.length);
    const redacted = known.reduce(redactValue, text.slice(0, 2 * LONGEST));
    return redacted.replace(anyKey, `$1${MARK}`).slice(0, LONGEST);
  };
}

/**
 * Hides a short value where it stands as a whole; of a longer one every run of 16 characters and more, because whoever
 * repeats it, or we, may have cut it. Takes time in proportion to the value, which may be megabytes.
 */
export function redactValue(text: string, value: string): string {
  if (value.length < MIN_MATCH) return text.replaceAll(value, MARK);
  let redacted = text;
  for (let from = 0; from + BLOCK <= value.length; from += BLOCK) {
    const piece = value.slice(from, from + BLOCK);
    for (let at = redacted.indexOf(piece); at >= 0; at = redacted.indexOf(piece, at + 1)) {
      let start = 0;
      while (start < at && redacted[at - start - 1] === value[from - start - 1]) start++;
      let end = BLOCK;
      while (at + end < redacted.length && redacted[at + end] === value[from + end]) end++;
      if (start + end < MIN_MATCH) continue;
      redacted = redacted.slice(0, at - start) + MARK + redacted.slice(at + end);
      at -= start;
    }
  }
  return redacted;
}

/** A value as it is, and as JSON and URLs write it. */
function spellings(value: string): string[] {
  // Half a surrogate pair has no spelling in URLs.
  const inUrl = /\p{Cs}/u.test(value) ? value : encodeURIComponent(value);
  return [...new Set([value, JSON.stringify(value).slice(1, -1), inUrl])];
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
      // An object of the caller that cannot be read could not be sent either, so there is nothing of it to hide.
    }
  };
  collect(value);
  const words = [...seen].filter((one) => /string|number|bigint/.test(typeof one)).map(String);
  return words.filter((word) => word.length >= SHORTEST);
}

/** Headers that say nothing about the caller, and whose values do stand in messages. */
const harmless = /^(accept|content-type|idempotency-key)$/;

/** What a request carries that is its caller's own. */
export function requestContent({ url, headers, body }: PreparedRequest): unknown {
  return [headerValues(headers), [...new URL(url).searchParams.values()], body && parseJson(body)];
}

/** Each value, and its parts: a cookie header carries several. */
export function headerValues(headers: object): string[] {
  return Object.entries(headers).flatMap(([name, value]) =>
    harmless.test(name) ? [] : [value, ...String(value).split(/[\s;,=]+/)],
  );
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    // Not JSON, so it is one secret as a whole.
    return body;
  }
}
