/** Keeps the retries of all calls of a client below what an API in trouble can bear. */
export interface Budget {
  /** Retries that are left; a fraction does not make one. */
  left(): number;
  /** Takes one retry. */
  take(): void;
  /** A call succeeded, which gives a tenth of a retry back. */
  refill(): void;
}

const size = 10;
const partsPerRetry = 10;

export function createBudget(): Budget {
  // Counted in tenths, because tenths do not add up in floating point.
  let parts = size * partsPerRetry;
  return {
    left: () => parts / partsPerRetry,
    take: () => {
      parts -= partsPerRetry;
    },
    refill: () => {
      parts = Math.min(size * partsPerRetry, parts + 1);
    },
  };
}
