import { fold, foldValue } from "./fold.ts";
import { createMatcher, MARK, type Matching } from "./matcher.ts";
import type { PreparedRequest } from "./request.ts";

/** Takes secrets out of the texts that get into an error. Each text is cut to 4,096 characters. */
export interface Redactor {
  /** Hides API keys and nothing else: for what the API itself says. */
  keys(text: string): string;
  /** For logs: hides also what was sent, where it stands as a whole, but no word of the contract. */
  log(text: string): string;
  /** For text that nobody vouches for: hides all that was sent, in any part and in any spelling. */
  strict(text: string): string;
}

/** What a request carries that is its caller's own. */
export interface SentContent {
  /** Values of headers, and their parts. */
  headers: readonly string[];
  /** Query and body: every string, number and key at any depth counts. */
  content: unknown;
}

/** No shorter value is hidden: it tells too little, and stands in other words. */
const SHORTEST = 6;
/** No shorter value of query or body is hidden in logs. */
const SHORTEST_IN_LOGS = 8;
/** Runs of a key's secret part that are this long are hidden. */
const KEY_RUN = 12;
/** So many characters in a row that were sent are no coincidence. */
const MIN_MATCH = 16;
/** What is left of a longer text: nobody reads more of an error, and redaction takes time. In characters. */
const LONGEST = 4096;

interface RedactorInput {
  /** Hidden whatever they look like; more may be added later. */
  keys: ReadonlySet<string>;
  /** What keys begin with: whatever looks like a key is hidden too. */
  prefixes: readonly string[];
  /** Words of the contract; asked for at the first use, like `sent`, because most calls never fail. */
  words: () => readonly string[];
  sent: () => SentContent;
}

/** Makes the redaction of a call. */
export function createRedactor({ keys, prefixes, words, sent }: RedactorInput): Redactor {
  let matchers: Pick<Redactor, "log" | "strict"> | undefined;
  const collect = () => {
    if (matchers) return matchers;
    const known = new Set(words().map(fold));
    const { headers, content } = sent();
    const values = valuesIn(content, known).flatMap(foldValue);
    const telling = values.filter((value) => value.length >= SHORTEST_IN_LOGS && !known.has(value));
    const own = headers.flatMap(foldValue);
    const hide = (all: string[], matching: Matching) => {
      return createMatcher(
        all.filter(({ length }) => length >= SHORTEST),
        matching,
      );
    };
    matchers = {
      log: hide([...own, ...telling], { run: 2 * MIN_MATCH, whole: true }),
      strict: hide([...own, ...values], { run: MIN_MATCH }),
    };
    return matchers;
  };
  const hideKeys = (text: string) => {
    const known = [...keys].flatMap(foldValue);
    const secrets = known.map((key) => secretOf(key, prefixes)).filter(({ length }) => length >= KEY_RUN);
    const hidden = createMatcher([...known, ...secrets], { run: KEY_RUN })(text.slice(0, 2 * LONGEST));
    return hidden.replace(new RegExp(`(${prefixes.join("|")})[\\w-]+`, "g"), `$1${MARK}`);
  };
  const cut = (redact: (text: string) => string) => (text: string) =>
    redact(hideKeys(text)).slice(0, LONGEST);
  return {
    keys: cut((text) => text),
    log: cut((text) => collect().log(text)),
    strict: cut((text) => {
      const spellings = [...keys].flatMap((key) => spellKey(key, prefixes));
      return collect().strict(createMatcher(spellings, { run: MIN_MATCH })(text));
    }),
  };
}

/** A key without its prefix, which is no secret. */
function secretOf(key: string, prefixes: readonly string[]): string {
  return key.slice(prefixes.find((prefix) => key.startsWith(prefix))?.length ?? 0);
}

/** The secret part of a key, and the whole of it in base64, wherever in its groups of three bytes it begins. */
function spellKey(key: string, prefixes: readonly string[]): string[] {
  // Without `btoa`, as on older React Native, nothing but the error matters.
  const { btoa = String } = globalThis as { btoa?: (text: string) => string };
  const encoded = ["", "_", "__"].map((before) => btoa(before + key).slice(before ? 4 : 0, -4));
  return [secretOf(key, prefixes), ...encoded].flatMap(foldValue).filter(({ length }) => length >= SHORTEST);
}

/** Every string and number in `value`, and every key of its objects that is none of `words`, at any depth. */
function valuesIn(value: unknown, words: ReadonlySet<string>): string[] {
  const seen = new Set<unknown>();
  const collect = (one: unknown): void => {
    if (seen.has(one)) return;
    seen.add(one);
    if (typeof one !== "object" || one === null) return;
    try {
      if (!Array.isArray(one))
        for (const name of Object.keys(one)) if (!words.has(fold(name))) seen.add(name);
      Object.values(one).forEach(collect);
    } catch {
      // An object of the caller that cannot be read could not be sent either, so there is nothing of it to hide.
    }
  };
  collect(value);
  return [...seen].filter((one) => /string|number|bigint/.test(typeof one)).map(String);
}

/** Headers that say nothing about the caller, and whose values do stand in messages. */
const harmless = /^(accept|content-type|idempotency-key|user-agent)$/;

/** What a prepared request carries that is its caller's own. */
export function sentContent({ url, headers, body }: PreparedRequest): SentContent {
  const query = [...new URL(url).searchParams.values()];
  return { headers: headerValues(headers), content: [query, body && parseJson(body)] };
}

/** Each value, and its parts: a cookie header carries several. */
export function headerValues(headers: object): string[] {
  return Object.entries(headers).flatMap(([name, value]) =>
    harmless.test(name) ? [] : [`${value}`, ...`${value}`.split(/[\s;,=]+/)],
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

/**
 * Makes control characters visible, and what turns the direction of writing, so that no text from outside can forge a
 * line of a log.
 */
export function showControls(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/gu,
    (control) => `\\u${control.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
