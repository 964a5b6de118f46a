import type { RetryRule, StopReason } from "../errors/index.ts";

/** What is known when an attempt has failed. All times in ms. */
export interface Situation {
  rule: RetryRule;
  /** Retries made so far. */
  retries: number;
  maxRetries: number;
  /** Retries that the budget still allows. */
  budget: number;
  /** What is left of the call's deadline. */
  left: number;
  /** What the answer asked to wait. */
  retryAfter?: number | undefined;
  /** From 0 up to, not including, 1. */
  random: number;
}

/** Try again after `wait` ms, or stop; `rule` means that the contract does not allow another try. */
export type Decision = { wait: number; stop?: never } | { stop: "rule" | StopReason };

const firstBackoff = 500;
const longestBackoff = 8_000;
const longestJitter = 1_000;

/** What to do after a failed attempt. Everything that it depends on is in `situation`. */
export function decide(situation: Situation): Decision {
  const { rule, retries, maxRetries, budget, left, retryAfter, random } = situation;
  if (rule === "never") return { stop: "rule" };
  if (retries >= maxRetries) return { stop: "attempts" };
  if (budget < 1) return { stop: "budget" };
  if (retryAfter === undefined) {
    const wait = random * Math.min(longestBackoff, firstBackoff * 2 ** retries);
    return wait < left ? { wait } : { stop: "deadline" };
  }
  // Many clients are told the same time: spread them behind it, never before it.
  const wait = retryAfter + random * Math.min(longestJitter, retryAfter, Math.max(0, left - retryAfter));
  return retryAfter < left ? { wait } : { stop: "deadline" };
}
