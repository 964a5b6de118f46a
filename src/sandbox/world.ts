import { type Clock, createClock } from "./clock.ts";
import type { SandboxFacts } from "./facts.ts";
import type { Fault } from "./fault.ts";
import { createFaultQueue, type FaultQueue } from "./fault-queue.ts";
import { createKeptResponses, type KeptResponses } from "./idempotency.ts";
import { createIds, type IdSource } from "./ids.ts";
import { type ApiKey, seedKeys } from "./keys.ts";
import type { LogEntry } from "./log.ts";
import { createRateLimits, type RateLimits } from "./rate-limit.ts";
import type { Scope } from "./resources/index.ts";
import { scenarios } from "./scenarios.ts";
import { createStore, type Store } from "./store.ts";

/** Everything that one address begins with: data, keys, clock, limits, faults. Worlds know nothing of each other. */
export interface World {
  name: string;
  ids: IdSource;
  clock: Clock;
  keys: ApiKey[];
  limits: RateLimits;
  kept: KeptResponses;
  faults: FaultQueue;
  log: LogEntry[];
  /** The data of a team in an environment. */
  store(teamId: string, environment: string): Store;
  /** The faults of a scenario, which are the same for all requests that ask for it. */
  scenario(name: string): FaultQueue;
}

/** Fills the stores of a new world. */
export type Seeder = (fill: (teamId: string, environment: string) => Scope) => void;

export function createWorld(name: string, { keys }: SandboxFacts, seed: Seeder): World {
  const ids = createIds();
  const clock = createClock();
  const stores = new Map<string, Store>();
  const queues = new Map<string, FaultQueue>();
  const store = (teamId: string, environment: string) => {
    const key = `${environment} ${teamId.toLowerCase()}`;
    const known = stores.get(key) ?? createStore();
    stores.set(key, known);
    return known;
  };
  seed((teamId, environment) => ({ store: store(teamId, environment), ids, now: clock.now() }));
  return {
    ...{ name, ids, clock, store, keys: seedKeys(keys), log: [] },
    limits: createRateLimits(),
    kept: createKeptResponses(),
    faults: createFaultQueue(),
    scenario(word) {
      const known = queues.get(word);
      if (known) return known;
      const queue = createFaultQueue();
      for (const fault of scenarios[word]?.faults ?? []) queue.add(fault);
      queues.set(word, queue);
      return queue;
    },
  };
}

/** The fault that hits a request: of its scenarios in their order, else of the world. */
export function takeFault(
  world: World,
  words: readonly string[],
  hit: (queue: FaultQueue) => Fault | undefined,
): Fault | undefined {
  for (const queue of [...words.map((word) => world.scenario(word)), world.faults]) {
    const fault = hit(queue);
    if (fault) return fault;
  }
  return undefined;
}
