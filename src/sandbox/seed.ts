import type { ShapeOf } from "../conformance/index.ts";
import { createClock } from "./clock.ts";
import type { SandboxFacts } from "./facts.ts";
import { createIds } from "./ids.ts";
import { OTHER_TEAM, TEAM } from "./keys.ts";
import { CATEGORY, resources, type Scope } from "./resources/index.ts";
import { defaultSeed, liveSeed, otherTeamSeed, type Seed, type SeedRow } from "./seed-data.ts";
import { createStore, type Store } from "./store.ts";
import { issuesOf } from "./validate.ts";
import { type Beginning, storeName } from "./world.ts";

/** Customers come first, because tickets refer to them. */
const ORDER = ["customers", "tickets", "articles"] as const;

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
  for (const segment of ORDER) for (const row of seed[segment] ?? []) add(segment, row);
}

/**
 * Reads a seed that somebody wrote.
 * @throws RangeError in a sentence that names the first field that is wrong.
 */
export function checkSeed(value: unknown, facts: SandboxFacts, shapeOf: ShapeOf): Seed {
  const known = ["categories", ...ORDER];
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new RangeError(`A seed is an object with lists: ${known.join(", ")}.`);
  }
  for (const [name, list] of Object.entries(value)) {
    if (!known.includes(name)) {
      throw new RangeError(`A seed has no ${JSON.stringify(name)}; it may have ${known.join(", ")}.`);
    }
    if (!Array.isArray(list)) throw new RangeError(`${name} of a seed must be a list.`);
    for (const [index, row] of list.entries()) checkRow(`${name}[${index}]`, { name, row, facts, shapeOf });
  }
  return value as Seed;
}

interface CheckedRow {
  name: string;
  row: unknown;
  facts: SandboxFacts;
  shapeOf: ShapeOf;
}

function checkRow(where: string, { name, row, facts, shapeOf }: CheckedRow): void {
  if (name === "categories") {
    if (typeof row !== "string") throw new RangeError(`${where} of the seed must be a UUID.`);
    return;
  }
  const create = facts.operations.find(({ method, path }) => method === "POST" && path.endsWith(`/${name}`));
  if (create?.body === undefined) return;
  const { id, messages, ...input } = (typeof row === "object" ? row : {}) as SeedRow;
  const [issue] = issuesOf(shapeOf(create.body.schema), input);
  if (issue) {
    const field = issue.path.length > 0 ? `.${issue.path.join(".")}` : "";
    throw new RangeError(`${where}${field} of the seed ${issue.message}.`);
  }
  const item = facts.operations.find(({ method, path }) => method === "GET" && path.includes(`/${name}/{`));
  const schema = item?.parameters.find((one) => one.in === "path" && one.name !== "teamId")?.schema;
  if (id !== undefined && schema && !shapeOf(schema).fits(id)) {
    throw new RangeError(
      `${where}.id of the seed is ${JSON.stringify(id)}, which is not an id of that kind.`,
    );
  }
  if (messages !== undefined && !Array.isArray(messages)) {
    throw new RangeError(`${where}.messages of the seed must be a list.`);
  }
}
