/** Where each character of a folded text begins and ends in the original. */
export interface Origins {
  starts: number[];
  ends: number[];
}

/** A text in its plain spelling: small letters, and what URLs, JSON and HTML write otherwise decoded. */
export function fold(text: string): string {
  return foldWithOrigins(text);
}

/** How a value reads in a folded text: spelt in some way, or as it was sent, where its own `\t` or `%20` is decoded, too. */
export function foldValue(value: string): string[] {
  return [lower(value), fold(value)];
}

/** The places of the characters of a text that `fold` gives. */
export function originsIn(text: string): Origins {
  const origins: Origins = { starts: [], ends: [] };
  foldWithOrigins(text, origins);
  return origins;
}

const spellings = /(?:%[\da-f]{2})+|\\(?:u[\da-f]{4}|["\\/bfnrt]|&quot;|&#34;)|&#?\w+;/gi;

function foldWithOrigins(text: string, origins?: Origins): string {
  let decoded = "";
  const add = (plain: string, from: number, to: number) => {
    decoded += plain;
    const shorter = to - from > plain.length;
    for (let index = 0; origins && index < plain.length; index++) {
      origins.starts.push(shorter ? from : from + index);
      origins.ends.push(shorter ? to : from + index + 1);
    }
  };
  let from = 0;
  for (const { 0: spelling, index } of text.matchAll(spellings)) {
    add(text.slice(from, index), from, index);
    from = index + spelling.length;
    add(decode(spelling), index, from);
  }
  add(text.slice(from), from, text.length);
  return lower(decoded);
}

function lower(text: string): string {
  // İ is the one letter that becomes two small ones, which would shift the rest; Σ is small in two ways, by its place.
  return text.replaceAll("İ", "i").toLowerCase().replaceAll("ς", "σ").replaceAll("+", " ");
}

const entities: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
};

function decode(spelling: string): string {
  try {
    if (spelling.startsWith("%")) return decodeURIComponent(spelling);
    // A quote in JSON in HTML is `\&quot;`.
    if (spelling.startsWith("\\")) return JSON.parse(`"${spelling.replace(/&.+/, '"')}"`);
    const [, base, digits] = /^&#(x?)(\w+);$/i.exec(spelling) ?? [];
    if (digits) return String.fromCodePoint(Number.parseInt(digits, base ? 16 : 10));
    return entities[spelling.slice(1, -1)] ?? spelling;
  } catch {
    return spelling;
  }
}
