import { type Catalog, type RetryRule, retryRule } from "../errors/index.ts";
import type { Attempted } from "./attempt.ts";
import { readRateLimit } from "./rate-limit.ts";
import type { Failure } from "./read-failure.ts";
import { readWait } from "./retry-after.ts";

/** What the contract and the answer's headers say about trying again. */
export interface Advice {
  rule: RetryRule;
  /** In ms. */
  retryAfter?: number | undefined;
}

/** Reads the advice for an attempt that failed, and writes into `failure` what the error will tell of it. */
export function takeAdvice(
  { response }: Attempted,
  failure: Failure,
  { catalog, now }: { catalog: Catalog; now: number },
): Advice {
  const rule = retryRule(catalog, failure);
  if (!response) return { rule };
  const { headers, status } = response;
  failure.rateLimit = readRateLimit(headers);
  if (rule === "never") return { rule };
  // Every answer says when the window ends; only one that was refused for its rate is told by it when to come back.
  const retryAfter = readWait(headers, now, rule === "after" || status === 429);
  if (retryAfter) {
    failure.retryAfter = Math.ceil(retryAfter / 1000);
    failure.retryAt = new Date(now + retryAfter);
  }
  return { rule, retryAfter };
}
