import { type RetryRule, retryRule, type StopReason } from "../errors/index.ts";
import type { CallContext } from "./call.ts";
import { readRateLimit, readRetryAfter } from "./headers.ts";
import type { FailureDetails } from "./response.ts";

/** What the contract and the response headers say about another attempt. */
export interface RetryHint {
  rule: RetryRule;
  /** In ms. */
  retryAfter?: number | undefined;
}

/** Reads the hint for a failed attempt, and adds to `failure` what the error will say about it. */
export function readRetryHint(
  { client: { api } }: CallContext,
  failure: FailureDetails,
  { response, now }: { response: Response | undefined; now: number },
): RetryHint {
  const rule = failure.retryable === false ? "never" : retryRule(api.catalog, failure);
  if (!response) return { rule };
  const { headers, status } = response;
  failure.rateLimit = readRateLimit(headers);
  if (rule === "never") return { rule };
  // Every response says when the window ends; only one that was refused for its rate is told by it when to come back.
  const retryAfter = readRetryAfter(headers, now, rule === "after" || status === 429);
  if (retryAfter) {
    failure.retryAfter = Math.ceil(retryAfter / 1000);
    failure.retryAt = new Date(now + retryAfter);
  }
  return { rule, retryAfter };
}

/** What the decision after a failed attempt depends on. All times in ms. */
export interface RetryInput extends RetryHint {
  /** Retries made so far. */
  retries: number;
  maxRetries: number;
  /** Retries that the budget still allows. */
  budget: number;
  /** Time left until the call's deadline. */
  remaining: number;
  /** From 0 up to, not including, 1. */
  random: number;
}

/**
 * Retry after `delay` ms, at the expense of the budget if `paid`, or stop; `rule` means that the contract does not allow
 * another attempt.
 */
export type RetryDecision = { delay: number; paid: boolean; stop?: never } | { stop: "rule" | StopReason };

const FIRST_BACKOFF = 500;
const MAX_BACKOFF = 8_000;
const MAX_JITTER = 1_000;

/**
 * Decides what follows a failed attempt: full jitter, or the server's `Retry-After` with jitter behind it. A time that
 * the server named is part of its own plan, and its retry is not charged to the budget.
 */
export function decideRetry(input: RetryInput): RetryDecision {
  const { rule, retries, maxRetries, budget, remaining, retryAfter, random } = input;
  const paid = retryAfter === undefined;
  if (rule === "never") return { stop: "rule" };
  if (retries >= maxRetries) return { stop: "attempts" };
  if (paid && budget < 1) return { stop: "budget" };
  // Many clients are given the same time: spread them behind it, never before it, nor behind the deadline.
  const spread = paid
    ? Math.min(MAX_BACKOFF, FIRST_BACKOFF * 2 ** retries)
    : Math.min(MAX_JITTER, retryAfter, remaining - retryAfter);
  const delay = (retryAfter ?? 0) + random * Math.max(0, spread);
  return delay < remaining ? { delay, paid } : { stop: "deadline" };
}
