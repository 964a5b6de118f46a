import { createEvents } from "./events.ts";
import type { Policy, Process } from "./policies.ts";
import { seeded } from "./random.ts";

/** What happens to a server and to the processes that call it. Times in ms. */
export interface Scenario {
  /** When each call begins, and in which process. */
  calls: (random: () => number) => { time: number; process: number }[];
  /** Whether a request that arrives at `time` fails, whatever the load. */
  fails: (time: number, random: () => number) => boolean;
  /** When that is over: from then on the recovery is timed. */
  over: number;
  /** Requests that are served per ms, and how many may stand in line; further ones are refused with a 500. */
  capacity?: { perMs: number; line: number };
}

/** What came of it. */
export interface Outcome {
  calls: number;
  attempts: number;
  succeeded: number;
  /** The most calls that one process had in flight. */
  concurrency: number;
  /** Retries per bin of 20 ms. */
  retries: number[];
  /** Requests per bin of 20 ms. */
  requests: number[];
  /** From the end of the trouble to the last request that failed, in ms; 0 when none did any more. */
  recovery?: number;
}

export const bin = 20;
const roundTrip = 20;

interface Attempt {
  process: Running;
  began: number;
  retries: number;
  /** Whether the server took it, once it has answered. */
  served?: boolean;
}

interface Running extends Process {
  count: number;
}

/** Plays a scenario with every process on one policy. The same seed gives the same outcome. */
export function play(scenario: Scenario, policy: Policy, seed: number): Outcome {
  const random = seeded(seed);
  const events = createEvents<Attempt>();
  const processes = new Map<number, Running>();
  const outcome: Outcome = { calls: 0, attempts: 0, succeeded: 0, concurrency: 0, retries: [], requests: [] };
  if (Number.isFinite(scenario.over)) outcome.recovery = 0;
  for (const { time, process: id } of scenario.calls(random)) {
    const process = processes.get(id) ?? { ...policy.start(), count: 0 };
    processes.set(id, process);
    events.add(time, { process, began: time, retries: 0 });
    outcome.calls++;
  }
  const change = (process: Running, by: number) => {
    process.count += by;
    outcome.concurrency = Math.max(outcome.concurrency, process.count);
    process.inFlight?.(process.count);
  };
  const serve = server(scenario, random);
  for (let event = events.next(); event; event = events.next()) {
    const { time, what } = event;
    const { process, began, retries, served } = what;
    if (served === undefined) {
      if (retries === 0) change(process, 1);
      outcome.attempts++;
      count(outcome.requests, time);
      if (retries > 0) count(outcome.retries, time);
      const taken = serve(time);
      if (!taken && outcome.recovery !== undefined)
        outcome.recovery = Math.max(outcome.recovery, time - scenario.over);
      events.add(time + roundTrip, { ...what, served: taken });
    } else if (served) {
      process.succeeded(retries);
      outcome.succeeded++;
      change(process, -1);
    } else {
      const wait = process.failed(retries, time - began, random());
      if (wait === undefined) change(process, -1);
      else events.add(time + wait, { process, began, retries: retries + 1 });
    }
  }
  return outcome;
}

/** A server that works off a line of limited length. Gives whether a request that arrives at `time` succeeds. */
function server({ fails, capacity }: Scenario, random: () => number): (time: number) => boolean {
  let waiting = 0;
  let then = 0;
  return (time) => {
    if (fails(time, random)) return false;
    if (!capacity) return true;
    waiting = Math.max(0, waiting - (time - then) * capacity.perMs);
    then = time;
    if (waiting + 1 > capacity.line) return false;
    waiting++;
    return true;
  };
}

function count(bins: number[], time: number): void {
  const index = Math.floor(time / bin);
  while (bins.length <= index) bins.push(0);
  bins[index] = (bins[index] ?? 0) + 1;
}
