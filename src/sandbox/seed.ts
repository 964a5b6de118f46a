import { createClock } from "./clock.ts";
import { createIds } from "./ids.ts";
import { OTHER_TEAM, TEAM } from "./keys.ts";
import { CATEGORY, resources, type Scope } from "./resources/index.ts";
import { defaultSeed, liveSeed, otherTeamSeed, SEEDED, type Seed, type SeedRow } from "./seed-data.ts";
import { createStore, type Store } from "./store.ts";
import { type Beginning, storeName } from "./world.ts";

/** How long before the world begins the first seeded resource was made, and how much later each next one. */
const AGE = 24 * 3_600_000;
const STEP = 60_000;

/** What every new world begins with. Live data and another team's are the same in all sandboxes. */
export function createBeginning(seed: Seed = defaultSeed): Beginning {
  const ids = createIds();
  const stores = new Map<string, Store>();
  const now = createClock().now();
  const fill = (teamId: string, environment: string, data: Seed) => {
    const store = createStore();
    stores.set(storeName(teamId, environment), store);
    plant(data, { store, ids, now });
  };
  fill(TEAM, "test", seed);
  fill(TEAM, "production", liveSeed);
  fill(OTHER_TEAM, "test", otherTeamSeed);
  return { stores, ids: ids.count() };
}

function plant(seed: Seed, scope: Scope): void {
  let time = scope.now.getTime() - AGE;
  const add = (segment: string, { id, messages, ...input }: SeedRow, parent?: Scope["parent"]) => {
    const resource = resources[segment];
    if (resource === undefined) return;
    time += STEP;
    const at = { ...scope, now: new Date(time), parent };
    const row = scope.store.collection(resource.kind).add({
      id: String(id ?? scope.ids.prefixed(resource.prefix)),
      uuid: scope.ids.uuid(),
      data: resource.create(input, at),
    });
    resource.created?.(row, input, at);
    for (const message of (messages as SeedRow[] | undefined) ?? []) add("messages", message, row);
  };
  for (const id of seed.categories ?? []) {
    scope.store.collection(CATEGORY).add({ id, uuid: id, data: {} });
  }
  for (const segment of SEEDED) for (const row of seed[segment] ?? []) add(segment, row);
}
