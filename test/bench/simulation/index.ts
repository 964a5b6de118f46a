import { policies } from "./policies.ts";
import { type Outcome, play } from "./run.ts";
import { flaky, herd, loaded, outage } from "./scenarios.ts";

const seed = 20_260_330;

/** What one policy made of every scenario. */
export interface Played {
  policy: string;
  /** By the number of calls that a process makes while the API is down. */
  outage: Record<20 | 100 | 1000, Outcome>;
  herd: Outcome;
  loaded: Outcome;
  flaky: Outcome;
}

/** Plays every scenario with every policy; takes a second or two. */
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
    flaky: play(flaky, policy, seed),
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
