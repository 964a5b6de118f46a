import { readNumber } from "./rate-limit.ts";

/**
 * How long an answer asks to wait, in ms: from `Retry-After` (RFC 9110 §10.2.3), else, if `orReset`, from
 * `X-RateLimit-Reset`. Undefined when neither says something usable; 0 and times in the past are not.
 */
export function readWait(headers: Headers, now: number, orReset: boolean): number | undefined {
  // The server's own clock, so that one that is wrong, or ours, does not falsify the difference.
  const serverNow = readDate(headers, "date") ?? now;
  const at = readDate(headers, "retry-after") ?? inMs(headers, "retry-after", serverNow);
  const until = at ?? (orReset ? inMs(headers, "x-ratelimit-reset", 0) : undefined);
  return until !== undefined && until > serverNow ? until - serverNow : undefined;
}

function inMs(headers: Headers, name: string, from: number): number | undefined {
  const seconds = readNumber(headers, name);
  return seconds === undefined ? undefined : from + seconds * 1000;
}

/** An IMF-fixdate (RFC 9110 §5.6.7), such as `Sun, 06 Nov 1994 08:49:37 GMT`, which is what `toUTCString` writes. */
function readDate(headers: Headers, name: string): number | undefined {
  const value = headers.get(name) ?? "";
  const time = Date.parse(value);
  return time && new Date(time).toUTCString() === value ? time : undefined;
}
