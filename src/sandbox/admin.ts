import { checkFault } from "./check-fault.ts";
import type { ContractFacts, SandboxFacts } from "./facts.ts";
import { createKey, keyPurposes, TEAM } from "./keys.ts";
import { showEntry } from "./log.ts";
import { createReport, type Report } from "./report.ts";
import type { World } from "./world.ts";

/** What the addresses of the sandbox itself, `…/_sandbox/…`, work with. */
export interface Admin {
  contract: ContractFacts;
  world: World;
  /** Real time, in ms. */
  now: number;
  /** Begins the world anew. */
  reset(): void;
}

type Handler = (admin: Admin, body: unknown) => unknown;

const routes: Readonly<Record<string, Readonly<Record<string, Handler>>>> = {
  "/faults": {
    GET: ({ world }) => ({ pending: world.faults.pending(), unfired: world.faults.unfired() }),
    POST: ({ world, contract }, body) => {
      const faults = (Array.isArray(body) ? body : [body]).map((one) => checkFault(one, contract));
      for (const fault of faults) world.faults.add(fault);
      return { pending: world.faults.pending() };
    },
    DELETE({ world }) {
      world.faults.clear();
      return { pending: [] };
    },
  },
  "/clock": {
    GET: ({ world }) => ({ now: world.clock.now() }),
    POST({ world }, body) {
      world.clock.advance(Number((body as { advance?: unknown } | null)?.advance));
      return { now: world.clock.now() };
    },
  },
  "/keys": {
    GET: ({ world }) => ({
      teamId: TEAM,
      keys: Object.fromEntries(
        world.keys.map(({ name, key }) => [
          name,
          { key, purpose: keyPurposes[name as never] ?? "made here" },
        ]),
      ),
    }),
    POST: ({ world, contract }, body) => ({ key: addKey(world, contract.facts, body) }),
  },
  "/requests": { GET: ({ world }) => ({ requests: world.log.filter(isOfApi).map(showEntry) }) },
  "/report": { GET: ({ world, now }) => reportOf(world, now) },
  "/reset": {
    POST({ reset }) {
      reset();
      return { reset: true };
    },
  },
};

const isOfApi = ({ redirected }: { redirected?: boolean }): boolean => redirected !== true;

/** Responds to a request to the sandbox itself: with JSON, or with a sentence as plain text. */
export function respondToAdmin(
  admin: Admin,
  { path, method, text }: { path: string; method: string; text: string },
) {
  const methods = routes[path];
  const handler = methods?.[method];
  if (methods === undefined)
    return plain(404, `There is nothing at this address; there are ${Object.keys(routes).join(", ")}.`);
  if (handler === undefined) return plain(405, `This address takes ${Object.keys(methods).join(" and ")}.`);
  try {
    return Response.json(handler(admin, text === "" ? undefined : JSON.parse(text)));
  } catch (error) {
    if (error instanceof RangeError) return plain(400, error.message);
    if (error instanceof SyntaxError) return plain(400, "The body is not valid JSON.");
    throw error;
  }
}

export function reportOf(world: World, now: number): Report {
  return createReport({ world: world.name, log: world.log, unfired: world.faults.unfired(), now });
}

export function plain(status: number, text: string): Response {
  return new Response(`${text}\n`, { status, headers: { "content-type": "text/plain; charset=utf-8" } });
}

interface WantedKey {
  name?: string;
  kind?: string;
  environment?: string;
  permissions?: string[];
  requestsPerHour?: number;
}

/** @throws RangeError in a sentence */
function addKey(world: World, { keys }: SandboxFacts, body: unknown): string {
  const {
    name,
    kind = "secret",
    environment = "test",
    permissions,
    requestsPerHour,
  } = (body ?? {}) as WantedKey;
  const number = world.keys.length + 1;
  if (name !== undefined && !/^[A-Za-z0-9_-]{1,32}$/.test(name)) {
    throw new RangeError("name of a key has 1 to 32 letters, digits, dashes and underscores.");
  }
  if (permissions !== undefined && !Array.isArray(permissions)) {
    throw new RangeError('permissions of a key is a list, such as ["tickets:read"].');
  }
  if (requestsPerHour !== undefined && !(Number.isInteger(requestsPerHour) && requestsPerHour > 0)) {
    throw new RangeError("requestsPerHour of a key is a whole number from 1.");
  }
  const key = createKey(keys, {
    ...{ name: name ?? `key-${number}-`, kind, environment },
    ...(permissions && { permissions }),
    ...(requestsPerHour !== undefined && { limit: requestsPerHour }),
  });
  if (world.keys.some((other) => other.key === key.key))
    throw new RangeError(`There is a key ${name} already.`);
  world.keys.push(key);
  return key.key;
}
