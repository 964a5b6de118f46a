import type { World } from "./world.ts";

/** The worlds of one sandbox. Those that nobody has asked for in an hour are forgotten, and so are the oldest of too many. */
export interface Worlds {
  get(name: string): World;
  /** Begins a world anew. */
  reset(name: string): void;
  /** Those that are remembered. */
  names(): string[];
}

const MOST = 1000;
const IDLE = 3_600_000;

/** @param now real time, in ms */
export function createWorlds(create: (name: string) => World, now: () => number): Worlds {
  const worlds = new Map<string, { world: World; used: number }>();
  const forget = () => {
    for (const [name, { used }] of worlds) {
      // The map is in order of use: from the first one that is young enough on, all are.
      if (worlds.size <= MOST && now() - used < IDLE) return;
      worlds.delete(name);
    }
  };
  return {
    get(name) {
      const world = worlds.get(name)?.world ?? create(name);
      worlds.delete(name);
      worlds.set(name, { world, used: now() });
      forget();
      return world;
    },
    reset: (name) => void worlds.delete(name),
    names: () => [...worlds.keys()],
  };
}
