/**
 * Limits the retries of all calls of a client to what an API in trouble can bear. Its capacity is ten retries or one for
 * each call in flight, whichever is more, so that one broken pool of connections loses no call; in an outage all calls
 * together make no more retries than that.
 */
export interface RetryBudget {
  /** Calls in flight. */
  inFlight: number;
  /** Retries that are left; a fraction is not enough for one. */
  left(): number;
  /** Takes one retry. */
  take(): void;
  /** A call succeeded, which gives a fifth of a retry back, and the whole one that its last attempt took, if it did. */
  succeed(tookOne: boolean): void;
}

const MIN_CAPACITY = 10;
const PARTS = 5;

export function createRetryBudget(): RetryBudget {
  // Counted in fifths, because fractions do not add up in floating point.
  let spent = 0;
  const capacity = () => Math.max(MIN_CAPACITY, budget.inFlight) * PARTS;
  const budget: RetryBudget = {
    inFlight: 0,
    left: () => (capacity() - spent) / PARTS,
    take: () => {
      spent += PARTS;
    },
    succeed(tookOne) {
      // What a larger burst has spent is forgiven here and not earlier: without a success there is no new capacity.
      spent = Math.max(0, Math.min(spent, capacity()) - (tookOne ? PARTS + 1 : 1));
    },
  };
  return budget;
}
