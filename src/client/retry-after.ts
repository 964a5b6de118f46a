/** The largest time that a `Date` can hold, in ms (ECMAScript, "Time Values and Time Range"). */
const lastTime = 8.64e15;

/**
 * How long an answer asks to wait, in ms: from `Retry-After` (RFC 9110 §10.2.3), else, if `orReset`, from
 * `X-RateLimit-Reset`. Undefined when neither says something usable; 0 and times in the past are not.
 */
export function readWait(headers: Headers, now: number, orReset: boolean): number | undefined {
  // The server's own clock, so that one that is wrong, or ours, does not falsify the difference.
  const serverNow = readDate(headers.get("date")) ?? now;
  const value = headers.get("retry-after");
  const at = readDate(value);
  const wait = at === undefined ? readSeconds(value) : at - serverNow;
  if (usable(wait, now)) return wait;
  if (!orReset || (wait !== undefined && wait <= 0)) return undefined;
  const reset = readSeconds(headers.get("x-ratelimit-reset"));
  const untilReset = reset === undefined ? undefined : reset - serverNow;
  return usable(untilReset, now) ? untilReset : undefined;
}

function usable(wait: number | undefined, now: number): wait is number {
  return wait !== undefined && wait > 0 && now + wait <= lastTime;
}

/** Digits only, as in RFC 9110: no sign, fraction, exponent or hexadecimal. In ms. */
function readSeconds(value: string | null): number | undefined {
  return value !== null && /^\d+$/.test(value.trim()) ? Number(value) * 1000 : undefined;
}

/** An IMF-fixdate (RFC 9110 §5.6.7), such as `Sun, 06 Nov 1994 08:49:37 GMT`. */
function readDate(value: string | null): number | undefined {
  const fixed =
    value !== null && /^[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/.test(value.trim());
  const time = fixed ? Date.parse(value) : Number.NaN;
  return Number.isNaN(time) ? undefined : time;
}
