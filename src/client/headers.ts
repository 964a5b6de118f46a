import { defined, type RateLimit } from "../errors/index.ts";
import { parseHttpDate } from "../http/http-date.ts";
import { parseRetryAfter } from "../http/retry-after.ts";

/** The request id that the response headers name. */
export function readRequestId(headers: Headers): string | null {
  return headers.get("x-cstar-request-id") || headers.get("x-request-id");
}

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
 * How long a response asks to wait, in ms: from `Retry-After`, else, if `orReset`, from `X-RateLimit-Reset`. Undefined
 * when neither is usable; 0 and times in the past are not.
 */
export function readRetryAfter(headers: Headers, now: number, orReset: boolean): number | undefined {
  // Measured on the server's own clock, so that a wrong clock on either side does not falsify the difference.
  const serverNow = parseHttpDate(headers.get("date"), now) ?? now;
  const reset = orReset ? readNumber(headers, "x-ratelimit-reset") : undefined;
  const at = parseRetryAfter(headers.get("retry-after"), serverNow)?.at ?? (reset && reset * 1000);
  return at && at > serverNow ? at - serverNow : undefined;
}

/**
 * The number in a header: digits only, as in RFC 9110: no sign, fraction, exponent or hexadecimal. At most twelve
 * digits, which as seconds are a time that a `Date` can hold.
 */
function readNumber(headers: Headers, name: string): number | undefined {
  const value = headers.get(name) ?? "";
  return /^\d{1,12}$/.test(value) ? Number(value) : undefined;
}
