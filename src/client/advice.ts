import { type Catalog, type RetryRule, retryRule } from "../errors/index.ts";
import type { Attempted } from "./attempt.ts";
import { readRateLimit } from "./rate-limit.ts";
import { readWait } from "./retry-after.ts";

/** What the contract and the answer's headers say about trying again. */
export interface Advice {
  rule: RetryRule;
  /** In ms. */
  retryAfter?: number | undefined;
}

/** Reads the advice for a failed attempt, and writes into its failure what the error will tell of it. */
export function takeAdvice({ response, failure }: Attempted, catalog: Catalog, now: number): Advice {
  if (!failure) return { rule: "never" };
  const { code, init } = failure;
  const rule = retryRule(catalog, { code, rawCode: init.rawCode, status: init.status });
  if (!response) return { rule };
  init.rateLimit = readRateLimit(response.headers);
  if (rule === "never") return { rule };
  // Every answer says when the window ends; only one that was refused for its rate is told by it when to come back.
  const retryAfter = readWait(response.headers, now, rule === "after" || init.status === 429);
  if (retryAfter !== undefined) {
    init.retryAfter = Math.ceil(retryAfter / 1000);
    init.retryAt = new Date(now + retryAfter);
  }
  return { rule, retryAfter };
}
