import { policies } from "./policies.ts";
import { type Outcome, play } from "./run.ts";
import { burst, flaky, herd, loaded, outage, outageInBursts } from "./scenarios.ts";

const seed = 20_260_330;

/** What one policy made of every scenario. */
export interface Played {
  policy: string;
  /** By the number of calls that a process makes while the API is down. */
  outage: Record<20 | 100 | 1000, Outcome>;
  herd: Outcome;
  loaded: Outcome;
  /** By the share of the requests that fail, in percent. */
  flaky: Record<5 | 20 | 50, Outcome>;
  /** By the number of calls whose connections break in one moment. */
  burst: Record<10 | 50 | 200, Outcome>;
  /** Twenty times 200 calls at once while the API is down. */
  outageInBursts: Outcome;
}

/** Plays every scenario with every policy; takes a few seconds. */
export function simulate(): Played[] {
  return policies.map((policy) => ({
    policy: policy.name,
    outage: {
      20: play(outage(20), policy, seed),
      100: play(outage(100), policy, seed),
      1000: play(outage(1000), policy, seed),
    },
    herd: play(herd, policy, seed),
    loaded: play(loaded, policy, seed),
    flaky: {
      5: play(flaky(0.05), policy, seed),
      20: play(flaky(0.2), policy, seed),
      50: play(flaky(0.5), policy, seed),
    },
    burst: {
      10: play(burst(10), policy, seed),
      50: play(burst(50), policy, seed),
      200: play(burst(200), policy, seed),
    },
    outageInBursts: play(outageInBursts(200, 20), policy, seed),
  }));
}

export function attemptsPerCall({ attempts, calls }: Outcome): number {
  return attempts / calls;
}

export function success({ succeeded, calls }: Outcome): number {
  return succeeded / calls;
}

/** Retries in the busiest 20 ms, as a share of all calls: how many clients come back together. */
export function peakShare({ retries, calls }: Outcome): number {
  return retries.reduce((most, count) => Math.max(most, count), 0) / calls;
}
