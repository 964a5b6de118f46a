import type { RetryRule } from "../contract/index.ts";
import { parseHttpDate } from "../http/http-date.ts";
import { parseRetryAfter } from "../http/retry-after.ts";

/** When the same request may be sent again. */
export interface RetryTime {
  allowed: boolean;
  /** Seconds to wait, counted from the response. */
  seconds?: number;
  /** The moment, where the response tells its own time. */
  at?: string;
  /** The header that says so. */
  header?: string;
}

/**
 * Reads the time to wait from the response's headers: `Retry-After`, else the end of the rate-limit window. Nothing here
 * depends on the clock of this machine.
 */
export function retryTime(rule: RetryRule, { headers }: { headers: ReadonlyMap<string, string> }): RetryTime {
  if (rule === "never") return { allowed: false };
  const date = headers.get("date");
  const after = parseRetryAfter(headers.get("retry-after"), date);
  if (after) return { allowed: true, header: "Retry-After", ...described(after.seconds, after.at) };
  const reset = headers.get("x-ratelimit-reset") ?? "";
  if (!/^\d{1,12}$/.test(reset)) return { allowed: true };
  const now = parseHttpDate(date);
  const at = Number(reset) * 1000;
  const seconds = now === undefined ? undefined : Math.max(0, Math.ceil((at - now) / 1000));
  return { allowed: true, header: "X-RateLimit-Reset", ...described(seconds, at) };
}

function described(seconds: number | undefined, at: number | undefined): Pick<RetryTime, "seconds" | "at"> {
  return {
    ...(seconds !== undefined && { seconds }),
    ...(at !== undefined && { at: new Date(at).toISOString() }),
  };
}
