import type { SeededKeys } from "./keys.ts";

/** One run of a client's command, which is to create one ticket. */
export interface CheckRun {
  /** Which behaviour it shows. */
  behaviour: string;
  scenarios: readonly string[];
  key: keyof SeededKeys;
  /** The command must not say that it succeeded, because no attempt got a success that could be told from garbage. */
  mustFail: boolean;
}

export const checkRuns: readonly CheckRun[] = [
  run("waits-for-retry-after", ["rate-limited"]),
  run("repeats-no-refusal", [], { key: "expired", mustFail: true }),
  run("one-idempotency-key", ["database-blip"]),
  run("doubles-no-write", ["lost-response"]),
  run("follows-no-redirect", ["redirect"]),
  run("claims-no-false-success", ["html-200"], { mustFail: true }),
  run("claims-no-false-success", ["cut-body"], { mustFail: true }),
  run("claims-no-false-success", ["empty-body"], { mustFail: true }),
  run("ends-when-stalled", ["stalled-body"], { mustFail: true }),
  run("does-not-storm", ["gateway-down"], { mustFail: true }),
];

function run(behaviour: string, scenarios: string[], more: Partial<CheckRun> = {}): CheckRun {
  return { behaviour, scenarios, key: "unlimited", mustFail: false, ...more };
}
