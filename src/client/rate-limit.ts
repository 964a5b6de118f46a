import { defined, type RateLimit } from "../errors/index.ts";

/** What the `X-RateLimit-…` headers say; malformed ones are left out. Undefined when none is usable. */
export function readRateLimit(headers: Headers): RateLimit | undefined {
  const read = (name: string) => readNumber(headers, `x-ratelimit-${name}`);
  const end = read("reset");
  const reset = end === undefined ? undefined : new Date(end * 1000);
  const limit = { limit: read("limit"), remaining: read("remaining"), reset, window: read("window") };
  const known: RateLimit = defined(limit);
  return Object.keys(known).length > 0 ? known : undefined;
}

/**
 * The number in a header: digits only, as in RFC 9110: no sign, fraction, exponent or hexadecimal. No more than twelve,
 * which as seconds are a time that a `Date` can hold.
 */
export function readNumber(headers: Headers, name: string): number | undefined {
  const value = headers.get(name) ?? "";
  return /^\d{1,12}$/.test(value) ? Number(value) : undefined;
}
