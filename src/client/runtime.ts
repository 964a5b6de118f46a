/** Time and chance, so that tests can stand in for them. */
export interface Runtime {
  /** Milliseconds since 1970. */
  now(): number;
  /** From 0 up to, not including, 1. */
  random(): number;
  /** A new UUID, version 4. */
  uuid(): string;
  setTimeout(run: () => void, ms: number): unknown;
  clearTimeout(timer: unknown): void;
}

/**
 * The real thing. The globals are looked up at each use, as somebody may replace them for a test of theirs. Browsers
 * have `randomUUID` on secure pages alone (HTTPS and localhost); it is for writes, whose keys belong on no page.
 */
export const runtime: Runtime = {
  now: () => Date.now(),
  random: () => Math.random(),
  uuid: () => crypto.randomUUID(),
  setTimeout: (run, ms) => setTimeout(run, ms),
  clearTimeout: (timer) => clearTimeout(timer as number),
};
