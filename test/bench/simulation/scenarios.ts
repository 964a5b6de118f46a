import type { Scenario } from "./run.ts";

/** The API is down throughout; one process makes a call every 50 ms, `count` of them. */
export function outage(count: number): Scenario {
  const calls = () => Array.from({ length: count }, (_, index) => ({ time: index * 50, process: 0 }));
  return { calls, fails: () => true, over: Number.POSITIVE_INFINITY };
}

/** 10,000 clients fail in one moment; the API is back at once and takes 25 requests a millisecond. */
export const herd: Scenario = {
  calls: () => Array.from({ length: 10_000 }, (_, process) => ({ time: 0, process })),
  fails: (time) => time === 0,
  over: 0,
  capacity: { perMs: 25, line: 500 },
};

const second = 1_000;

export const longOutage = { begin: 5 * second, end: 15 * second, capacity: 1_000, until: 40 * second };

/** 200 processes use 80 % of what the API can do, 1,000 requests a second; from second 5 to 15 it is down. */
export const loaded: Scenario = {
  calls(random) {
    const calls: { time: number; process: number }[] = [];
    // Independent arrivals: exponential gaps, 1.25 ms on average, which is 800 calls a second.
    let time = 0;
    while (time < longOutage.until) {
      calls.push({ time, process: Math.floor(random() * 200) });
      time += -Math.log(1 - random()) * 1.25;
    }
    return calls;
  },
  fails: (time) => time >= longOutage.begin && time < longOutage.end,
  over: longOutage.end,
  capacity: { perMs: longOutage.capacity / second, line: 100 },
};

/** Nothing is wrong but that a share of the requests of a process fails: a budget must not be in the way then. */
export function flaky(share: number): Scenario {
  return {
    calls: () => Array.from({ length: 40_000 }, (_, index) => ({ time: index * 50, process: 0 })),
    fails: (_time, random) => random() < share,
    over: Number.POSITIVE_INFINITY,
  };
}

/** A proxy restarts and resets every connection of a process at once, each with a call on it; then all is well. */
export function burst(count: number): Scenario {
  return {
    calls: () => Array.from({ length: count }, () => ({ time: 0, process: 0 })),
    fails: (time) => time === 0,
    over: 0,
  };
}

/** The API is down throughout; one process makes `rounds` times `together` calls at once, a minute apart. */
export function outageInBursts(together: number, rounds: number): Scenario {
  const calls = Array.from({ length: together * rounds }, (_, index) => ({
    time: Math.floor(index / together) * 60 * second,
    process: 0,
  }));
  return { calls: () => calls, fails: () => true, over: Number.POSITIVE_INFINITY };
}
