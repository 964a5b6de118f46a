import type { PreparedRequest } from "./call.ts";

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

const MARK = "***";
/** No shorter value is hidden: it tells too little, and stands in other words. */
const SHORTEST = 6;
/** No shorter value of query or body is hidden in logs. */
const SHORTEST_IN_LOGS = 8;
/** Runs of a key's secret part that are this long are hidden. */
const KEY_RUN = 12;
/** So many characters in a row that were sent are no coincidence. */
const MIN_MATCH = 16;
/** So many values and blocks of values are few. */
const FEW = 64;
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
  let hide: Pick<Redactor, "log" | "strict"> | undefined;
  const collect = () => {
    const known = new Set(words().map(fold));
    const { headers, content } = sent();
    const own = headers.map(fold).filter(({ length }) => length >= SHORTEST);
    const values = valuesIn(content, known).map(fold);
    const telling = values.filter((value) => value.length >= SHORTEST_IN_LOGS && !known.has(value));
    return {
      log: createMatcher([...own, ...telling], { run: 2 * MIN_MATCH, whole: true }),
      strict: createMatcher([...own, ...values.filter(({ length }) => length >= SHORTEST)], {
        run: MIN_MATCH,
      }),
    };
  };
  const hideKeys = (text: string) => {
    const known = [...keys].map(fold);
    const secrets = known.map((key) => secretOf(key, prefixes)).filter(({ length }) => length >= KEY_RUN);
    const hidden = createMatcher([...known, ...secrets], { run: KEY_RUN })(text.slice(0, 2 * LONGEST));
    return hidden.replace(new RegExp(`(${prefixes.join("|")})[\\w-]+`, "g"), `$1${MARK}`);
  };
  return {
    keys: (text) => hideKeys(text).slice(0, LONGEST),
    log(text) {
      hide ??= collect();
      return hide.log(hideKeys(text)).slice(0, LONGEST);
    },
    strict(text) {
      hide ??= collect();
      const spellings = [...keys].flatMap((key) => spellKey(key, prefixes));
      return hide.strict(createMatcher(spellings, { run: MIN_MATCH })(hideKeys(text))).slice(0, LONGEST);
    },
  };
}

interface Matching {
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
  const long = values.filter(({ length }) => length >= run);
  const short = new Set(values.filter(({ length }) => length < run));
  const lengths = [...new Set([...short].map(({ length }) => length))];
  const size = long.reduce((sum, { length }) => sum + (2 * length) / run, short.size);
  // Whatever is found has one of these in it; where there are few, looking for each is the fastest.
  const pieces = size <= FEW && [...short, ...long.flatMap((value) => blocksOf(value, run / 2))];
  return (text) => {
    const plain = fold(text);
    if (pieces && !pieces.some((piece) => plain.includes(piece))) return text;
    const at: number[] = [];
    const folded = foldAt(text, at);
    const hits = matchingRuns(folded, long, run);
    const covered = new Uint8Array(folded.length);
    for (let from = 0; from < folded.length; from++) {
      if (hits.has(folded.slice(from, from + run))) covered.fill(1, from, from + run);
      for (const length of lengths) {
        const hit = short.has(folded.slice(from, from + length));
        if (hit && !(whole && isPartOfWord(folded, from, from + length)))
          covered.fill(1, from, from + length);
      }
    }
    return coverText(text, covered, at);
  };
}

/** A value, cut into blocks of equal length; a shorter rest is left out. */
function blocksOf(value: string, length: number): string[] {
  const blocks: string[] = [];
  for (let at = 0; at + length <= value.length; at += length) blocks.push(value.slice(at, at + length));
  return blocks;
}

/** Whether a letter, a digit or an underscore touches what stands there. */
function isPartOfWord(text: string, from: number, to: number): boolean {
  const before = /[\p{L}\p{N}_]$/u.test(text.slice(Math.max(0, from - 2), from));
  return before || /^[\p{L}\p{N}_]/u.test(text.slice(to, to + 2));
}

/** @param at where in `text` each character of its folded form begins; those of one spelling begin at one place. */
function coverText(text: string, covered: Uint8Array, at: readonly number[]): string {
  const join = (index: number, other: number) => {
    if (covered[other] && at[index] === at[other]) covered[index] = 1;
  };
  for (let index = 1; index < covered.length; index++) join(index, index - 1);
  for (let index = covered.length - 2; index >= 0; index--) join(index, index + 1);
  let result = "";
  for (let from = 0, to = 0; from < covered.length; from = to) {
    while (to < covered.length && covered[to] === covered[from]) to++;
    result += covered[from] ? MARK : text.slice(at[from], at[to]);
  }
  return result;
}

/**
 * The runs of `text` that also stand in a value. Any run of a value contains a whole block, if the value is cut into
 * blocks of half the length: so only the blocks of a value need to be looked up, and what surrounds those that are found.
 */
function matchingRuns(text: string, values: readonly string[], run: number): Set<string> {
  const hits = new Set<string>();
  if (values.length === 0 || text.length < run) return hits;
  const block = run / 2;
  const grams = (length: number) => {
    const found = new Set<string>();
    for (let at = 0; at + length <= text.length; at++) found.add(text.slice(at, at + length));
    return found;
  };
  const runs = grams(run);
  const blocks = grams(block);
  for (const value of values) {
    for (const [index, piece] of blocksOf(value, block).entries()) {
      if (!blocks.has(piece)) continue;
      const at = index * block;
      for (let from = Math.max(0, at - block + 1); from <= at; from++) {
        const gram = value.slice(from, from + run);
        if (runs.delete(gram)) hits.add(gram);
      }
    }
  }
  return hits;
}

const entities: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
};

/** A text in its plain spelling: small letters, and what URLs, JSON and HTML write otherwise decoded. */
export function fold(text: string): string {
  return foldAt(text);
}

/** @param at receives where each character of the result begins in `text`, and the end of `text`. */
function foldAt(text: string, at?: number[]): string {
  const parts: string[] = [];
  const add = (plain: string, from: number, step: number) => {
    // A few capital letters become two small ones, which would shift the rest.
    const small = plain.toLowerCase().replaceAll("+", " ");
    parts.push(small.length === plain.length ? small : plain);
    if (at) for (let index = 0; index < plain.length; index++) at.push(from + index * step);
  };
  let from = 0;
  for (const { 0: spelling, index } of text.matchAll(/(?:%[\da-f]{2})+|\\(?:u[\da-f]{4}|[^u])|&#?\w+;/gi)) {
    add(text.slice(from, index), from, 1);
    add(decode(spelling), index, 0);
    from = index + spelling.length;
  }
  add(text.slice(from), from, 1);
  at?.push(text.length);
  return parts.join("");
}

function decode(spelling: string): string {
  try {
    if (spelling.startsWith("%")) return decodeURIComponent(spelling);
    if (spelling.startsWith("\\")) return JSON.parse(`"${spelling}"`);
    const [, base, digits] = /^&#(x?)(\w+);$/i.exec(spelling) ?? [];
    if (digits) return String.fromCodePoint(Number.parseInt(digits, base ? 16 : 10));
    return entities[spelling.slice(1, -1)] ?? spelling;
  } catch {
    return spelling;
  }
}

/** A key without its prefix, which is no secret. */
function secretOf(key: string, prefixes: readonly string[]): string {
  return key.slice(prefixes.find((prefix) => key.startsWith(prefix))?.length ?? 0);
}

/** The secret part of a key, and the whole of it in base64, wherever in its groups of three bytes it begins. */
function spellKey(key: string, prefixes: readonly string[]): string[] {
  const encoded = ["", "_", "__"].map((before) => btoa(before + key).slice(before ? 4 : 0, -4));
  return [secretOf(key, prefixes), ...encoded].map(fold).filter(({ length }) => length >= SHORTEST);
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
