import type { RetryRule } from "../contract/index.ts";
import type { PastedAnswer } from "./read-answer.ts";

/** When the same request may be sent again. */
export interface RetryTime {
  allowed: boolean;
  /** Seconds to wait, counted from the answer. */
  seconds?: number;
  /** The moment, where the answer tells its own time. */
  at?: string;
  /** The header that says so. */
  header?: string;
}

/**
 * Reads the time to wait from the answer's headers: `Retry-After` as seconds or date (RFC 9110 10.2.3), else the end of
 * the rate-limit window. Nothing here depends on the clock of this machine.
 */
export function retryTime(rule: RetryRule, { headers }: Pick<PastedAnswer, "headers">): RetryTime {
  if (rule === "never") return { allowed: false };
  const now = date(headers.get("date"));
  const after = headers.get("retry-after");
  const seconds = digits(after);
  if (seconds !== undefined) {
    return { allowed: true, seconds, header: "Retry-After", ...moment(now, seconds) };
  }
  const reset = digits(headers.get("x-ratelimit-reset"));
  const until = date(after) ?? (reset === undefined ? undefined : reset * 1000);
  if (until === undefined) return { allowed: true };
  const header = date(after) === undefined ? "X-RateLimit-Reset" : "Retry-After";
  const at = iso(until);
  return {
    allowed: true,
    header,
    ...(at !== undefined && { at }),
    ...(now !== undefined && { seconds: Math.max(0, Math.ceil((until - now) / 1000)) }),
  };
}

/** Whether a value of `Retry-After` says anything. */
export function isRetryAfter(value: string | undefined): boolean {
  return digits(value) !== undefined || date(value) !== undefined;
}

function moment(now: number | undefined, seconds: number): { at?: string } {
  const at = now === undefined ? undefined : iso(now + seconds * 1000);
  return at === undefined ? {} : { at };
}

function digits(value: string | undefined): number | undefined {
  return value !== undefined && /^\d{1,12}$/.test(value) ? Number(value) : undefined;
}

/** An IMF-fixdate in ms (RFC 9110 5.6.7). */
function date(value: string | undefined): number | undefined {
  if (value === undefined || !/^\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT$/.test(value)) return undefined;
  const time = Date.parse(value);
  return Number.isNaN(time) ? undefined : time;
}

// Beyond what a Date can hold there is no moment to name.
function iso(time: number): string | undefined {
  return Math.abs(time) <= 8.64e15 ? new Date(time).toISOString() : undefined;
}
