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

/**
 * The platform's own. Globals are looked up at each use, because tests of callers may replace them. Browsers have
 * `randomUUID` in secure contexts only (HTTPS and localhost); only writes need it, and their keys belong on no page.
 */
export const runtime: Runtime = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  random: () => Math.random(),
  uuid: () => crypto.randomUUID(),
  setTimeout: (run, ms) => setTimeout(run, ms),
  clearTimeout: (timer) => clearTimeout(timer as number),
};
