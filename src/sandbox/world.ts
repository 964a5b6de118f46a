import { type Clock, createClock } from "./clock.ts";
import type { SandboxFacts } from "./facts.ts";
import type { Fault } from "./fault.ts";
import { createFaultQueue, type FaultQueue } from "./fault-queue.ts";
import { createKeptResponses, type KeptResponses } from "./idempotency.ts";
import { createIds, type IdSource } from "./ids.ts";
import { type ApiKey, seedKeys } from "./keys.ts";
import type { LogEntry } from "./log.ts";
import { createRateLimits, type RateLimits } from "./rate-limit.ts";
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

/** What a new world begins with: the same data and the same next id for all. */
export interface Beginning {
  /** By `storeName`. */
  stores: ReadonlyMap<string, Store>;
  /** How many ids were given. */
  ids: number;
}

export function storeName(teamId: string, environment: string): string {
  return `${environment} ${teamId.toLowerCase()}`;
}

export function createWorld(name: string, { keys }: SandboxFacts, beginning: Beginning): World {
  const ids = createIds(beginning.ids);
  const clock = createClock();
  const stores = new Map([...beginning.stores].map(([key, store]) => [key, store.copy()]));
  const queues = new Map<string, FaultQueue>();
  const store = (teamId: string, environment: string) => {
    const key = storeName(teamId, environment);
    const known = stores.get(key) ?? createStore();
    stores.set(key, known);
    return known;
  };
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
