import { parseHttpDate } from "./http-date.ts";

/** When a response asks to be called again, as far as it can be told. */
export interface RetryAfter {
  /** Seconds to wait, counted from the response; 0 for a moment in the past. A date tells it only with the response's own time. */
  seconds?: number;
  /** In ms since 1970. Seconds tell it only with the response's own time. */
  at?: number;
}

/**
 * Reads `Retry-After` (RFC 9110 §10.2.3): seconds or an HTTP date. Fractions, which the RFC does not have and servers
 * send, are rounded up; of several values the largest counts, so that nobody returns too early.
 * @param value of the header, or of several headers joined by commas, as `Headers` does it.
 * @param date the response's own time: its `Date` header, or ms since 1970.
 * @returns undefined when no value is usable: signs, exponents, hexadecimal and words are not.
 */
export function parseRetryAfter(
  value: string | null | undefined,
  date?: string | number | null | undefined,
): RetryAfter | undefined {
  const now = (typeof date === "number" ? date : parseHttpDate(date)) ?? Number.NaN;
  const found: RetryAfter = {};
  const keep = (name: keyof RetryAfter, next: number) => {
    if (!Number.isNaN(next)) found[name] = Math.max(found[name] ?? 0, next);
  };
  // A comma before ` 06 Nov` or ` 06-Nov` belongs to a date.
  for (const item of (value ?? "").split(/,(?! \d\d[ -][A-Z])/)) {
    const text = item.trim();
    const seconds = /^\d{1,12}(\.\d*)?$/.test(text) ? Math.ceil(Number(text)) : undefined;
    const at = seconds === undefined ? parseHttpDate(text, now || undefined) : now + seconds * 1000;
    if (at === undefined) continue;
    keep("at", at);
    keep("seconds", seconds ?? Math.ceil((at - now) / 1000));
  }
  return Object.keys(found).length > 0 ? found : undefined;
}
