import { parseHttpDate } from "../http/http-date.ts";
import { parseRetryAfter } from "../http/retry-after.ts";
import { readNumber } from "./rate-limit.ts";

/**
 * How long a response asks to wait, in ms: from `Retry-After`, else, if `orReset`, from `X-RateLimit-Reset`. Undefined
 * when neither says something usable; 0 and times in the past are not.
 */
export function readWait(headers: Headers, now: number, orReset: boolean): number | undefined {
  // The server's own clock, so that one that is wrong, or ours, does not falsify the difference.
  const serverNow = parseHttpDate(headers.get("date"), now) ?? now;
  const reset = orReset ? readNumber(headers, "x-ratelimit-reset") : undefined;
  const at = parseRetryAfter(headers.get("retry-after"), serverNow)?.at ?? (reset && reset * 1000);
  return at && at > serverNow ? at - serverNow : undefined;
}
