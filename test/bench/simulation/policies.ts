import { defaults } from "../../../src/client/options.ts";
import { decideRetry } from "../../../src/client/retry.ts";
import { createRetryBudget } from "../../../src/client/retry-budget.ts";

/** How a library retries a GET that got a 500, with its defaults. Times in ms; `n` counts retries from 0. */
export interface Parameters {
  name: string;
  maxRetries: number;
  /** The wait before retry `n`, without jitter. */
  backoff: (n: number) => number;
  /** From and to which share of the backoff the wait is spread. */
  jitter: [from: number, to: number];
  /** No wait is shorter. */
  floor?: number;
  /** A bucket that all calls of a process take from: what a retry costs, and what a success gives back. */
  bucket?: { size: number; cost: number; unretried: number };
}

/** Read in the sources of the versions that are named. */
export const others: Parameters[] = [
  {
    // RequestSender: max(0.5 s, min(0.5 s * 2^(n-1), 5 s) * (0.5…1)), so both default retries wait exactly 0.5 s.
    name: "stripe-node 23.1",
    maxRetries: 2,
    backoff: (n) => Math.min(500 * 2 ** (n - 1), 5_000),
    jitter: [0.5, 1],
    floor: 500,
  },
  {
    // The client that Stainless generates, as in openai 6.49.
    name: "Stainless SDKs",
    maxRetries: 2,
    backoff: (n) => Math.min(500 * 2 ** n, 8_000),
    jitter: [0.75, 1],
  },
  {
    // @smithy/core 3.33, StandardRetryStrategy: a 500 is "transient" and costs 10 of 500; a retry that succeeds gets
    // its cost back, any other success gives 1.
    name: "AWS standard mode",
    maxRetries: 2,
    backoff: (n) => Math.min(100 * 2 ** n, 20_000),
    jitter: [0, 1],
    bucket: { size: 500, cost: 10, unretried: 1 },
  },
  { name: "ky 1.14", maxRetries: 2, backoff: (n) => 300 * 2 ** n, jitter: [1, 1] },
  {
    // Adds up to 100 ms of noise, which at its first wait of 1 s is what a jitter of 1…1.1 does.
    name: "got 14.6",
    maxRetries: 2,
    backoff: (n) => 1_000 * 2 ** n,
    jitter: [1, 1.1],
  },
];

/** What a process, with one client, does about failures. */
export interface Process {
  /** The wait before the next attempt, in ms; undefined to give up. `waited` is what the call has taken so far. */
  failed(retries: number, elapsed: number, random: number): number | undefined;
  succeeded(retries: number): void;
  /** The number of calls in flight has changed. */
  inFlight?(count: number): void;
}

export interface Policy {
  name: string;
  start: () => Process;
}

/** The client's own decision function and budget, not a description of them. */
const own: Policy = {
  name: "this client",
  start() {
    const budget = createRetryBudget();
    return {
      inFlight: (count) => {
        budget.inFlight = count;
      },
      failed(retries, elapsed, random) {
        const decision = decideRetry({
          rule: "backoff",
          retries,
          maxRetries: defaults.maxRetries,
          budget: budget.left(),
          remaining: defaults.deadline - elapsed,
          random,
        });
        if (decision.stop) return undefined;
        budget.take();
        return decision.delay;
      },
      succeeded: (retries) => budget.succeed(retries > 0),
    };
  },
};

function described(parameters: Parameters): Policy {
  const { name, maxRetries, backoff, jitter, floor = 0, bucket } = parameters;
  return {
    name,
    start() {
      let left = bucket?.size ?? 0;
      return {
        failed(retries, _elapsed, random) {
          if (retries >= maxRetries) return undefined;
          if (bucket) {
            if (left < bucket.cost) return undefined;
            left -= bucket.cost;
          }
          const [from, to] = jitter;
          return Math.max(floor, backoff(retries) * (from + random * (to - from)));
        },
        succeeded(retries) {
          if (bucket) left = Math.min(bucket.size, left + (retries > 0 ? bucket.cost : bucket.unretried));
        },
      };
    },
  };
}

export const policies: Policy[] = [own, ...others.map(described)];
