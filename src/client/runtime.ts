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

/** The real thing. The globals are looked up at each use, as somebody may replace them for a test of theirs. */
export const runtime: Runtime = {
  now: () => Date.now(),
  random: () => Math.random(),
  uuid,
  setTimeout: (run, ms) => setTimeout(run, ms),
  clearTimeout: (timer) => clearTimeout(timer as number),
};

/** Version 4 of RFC 9562 §5.4. By hand, because browsers have `crypto.randomUUID` only on secure pages. */
function uuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  // The 4 is the version; an a is one of the four digits that tell the variant.
  return hex.replace(/(.{8})(.{4}).(.{3}).(.{3})/, "$1-$2-4$3-a$4-");
}
