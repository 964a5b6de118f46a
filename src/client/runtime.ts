/** Clocks, randomness and timers, so that tests can replace them. */
export interface Runtime {
  /** Milliseconds since 1970. It jumps when somebody sets the clock. */
  now(): number;
  /** Milliseconds since any moment. It never goes back, and may stand still while the machine sleeps. */
  monotonic(): number;
  /** From 0 up to, not including, 1. */
  random(): number;
  /** A new UUID, version 4. */
  uuid(): string;
  setTimeout(run: () => void, ms: number): unknown;
  clearTimeout(timer: unknown): void;
}

/** The option of a client that replaces its runtime; for our own tests, and not exported by the package. */
export const runtimeOption: unique symbol = Symbol("runtime");

/** The platform's own. Globals are looked up at each use, because tests of callers may replace them. */
export const runtime: Runtime = {
  now: () => Date.now(),
  // The clock of the day stands in where there is no other.
  monotonic: () => (globalThis.performance ?? Date).now(),
  random: () => Math.random(),
  uuid: createUuid,
  setTimeout: (run, ms) => setTimeout(run, ms),
  clearTimeout: (timer) => clearTimeout(timer as number),
};

/**
 * A UUID of version 4 (RFC 9562 §5.4). Browsers have `randomUUID` in secure contexts only: on HTTPS and on localhost.
 * @throws TypeError where nothing gives random bytes that nobody can guess.
 */
function createUuid(): string {
  const { crypto } = globalThis as { crypto?: Partial<Crypto> };
  if (crypto?.randomUUID) return crypto.randomUUID();
  if (!crypto?.getRandomValues) {
    throw new TypeError("idempotencyKey must be given where there is no crypto.getRandomValues");
  }
  const bytes = crypto.getRandomValues(new Uint8Array(36));
  return "xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx".replace(/[xy]/g, (place, at) => {
    const digit = (bytes[at] as number) % 16;
    // Of the digit y two bits are fixed: they are the variant.
    return (place === "x" ? digit : 8 + (digit % 4)).toString(16);
  });
}
