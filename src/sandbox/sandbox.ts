import { createShapes } from "../conformance/index.ts";
import { checkScenario, checkWorld, DEFAULT_WORLD } from "./address.ts";
import { reportOf } from "./admin.ts";
import { checkFault } from "./check-fault.ts";
import { checkSeed } from "./check-seed.ts";
import type { Delivery } from "./deliver.ts";
import { dispatch } from "./dispatch.ts";
import type { ContractFacts } from "./facts.ts";
import type { Fault } from "./fault.ts";
import { type SeededKeys, TEAM } from "./keys.ts";
import type { Kit } from "./kit.ts";
import { type RequestRecord, showEntry } from "./log.ts";
import type { Report } from "./report.ts";
import { createRoutes } from "./routes.ts";
import { createBeginning } from "./seed.ts";
import type { Seed } from "./seed-data.ts";
import { createWorld } from "./world.ts";
import { createWorlds, type Worlds } from "./worlds.ts";

export interface SandboxOptions {
  /** What the base URLs of worlds begin with; `http://127.0.0.1:4010` when left out. `fetch` takes any. */
  origin?: string | undefined;
  /** The test data of new worlds. */
  seed?: Seed | undefined;
  /** Holds every response against the contract before it goes out; a mistake of the sandbox then rejects. */
  strict?: boolean | undefined;
}

export interface Sandbox {
  /** Responds like the API, without a network. What breaks a connection rejects, as `fetch` does. */
  fetch(input: string | URL | Request, init?: RequestInit): Promise<Response>;
  /** A world of its own, by its name; `default` is that of addresses that name none. */
  world(name?: string): SandboxWorld;
  /** Names of the worlds that are in use. */
  worlds(): string[];
  /** For servers: what really goes out, which may be nothing. */
  deliver(request: Request): Promise<Delivery>;
}

export interface SandboxWorld {
  /** For a client. */
  baseUrl: string;
  /** The base URL of this world with scenarios, in which their faults happen. */
  withScenarios(...names: string[]): string;
  teamId: string;
  keys: SeededKeys;
  /**
   * Asks for something to go wrong.
   * @throws RangeError in a sentence for what the contract does not allow
   */
  fail(fault: Fault): void;
  /**
   * Moves the clock of this world.
   * @throws RangeError for anything but a positive number
   */
  advance(seconds: number): void;
  /** What was asked of the API, oldest first. */
  requests(): RequestRecord[];
  report(): Report;
  /** Begins anew. */
  reset(): void;
}

/** What the contract hands over. */
export interface Contract extends ContractFacts {
  kit: Kit;
}

const DEFAULT_ORIGIN = "http://127.0.0.1:4010";

/**
 * A server that behaves like the API, with its state in memory.
 * @throws RangeError in a sentence for a seed that is wrong
 */
export function createSandboxOn(
  { facts, conformance, kit }: Contract,
  { origin = DEFAULT_ORIGIN, seed, strict = false }: SandboxOptions = {},
): Sandbox {
  const shapeOf = createShapes(facts.schemas);
  const beginning = createBeginning(seed === undefined ? undefined : checkSeed(seed, facts, shapeOf));
  const now = () => performance.now();
  const worlds = createWorlds((name) => createWorld(name, facts, beginning), now);
  const engine = { facts, conformance, kit, shapeOf, strict, findRoute: createRoutes(facts) };
  const deliver = (request: Request) => dispatch({ engine, worlds, origin, now }, request);
  return {
    deliver,
    async fetch(input, init) {
      const request = new Request(input, init);
      const delivery = await deliver(request);
      if (delivery.kind === "response") return delivery.response;
      if (delivery.kind === "reset") throw connectionReset();
      return untilAborted(request.signal);
    },
    worlds: () => worlds.names(),
    world: (name = DEFAULT_WORLD) => openWorld(name, { facts, conformance, worlds, origin, now }),
  };
}

interface Opened extends ContractFacts {
  worlds: Worlds;
  origin: string;
  now(): number;
}

function openWorld(name: string, { facts, conformance, worlds, origin, now }: Opened): SandboxWorld {
  checkWorld(name);
  const world = () => worlds.get(name);
  const address = (...words: string[]) => `${origin}/~${[name, ...words].join("+")}${facts.basePath}`;
  const keys = Object.fromEntries(world().keys.map((one) => [one.name, one.key]));
  return {
    baseUrl: address(),
    withScenarios(...words) {
      for (const word of words) checkScenario(word);
      return address(...words);
    },
    teamId: TEAM,
    keys: keys as unknown as SeededKeys,
    fail: (fault) => world().faults.add(checkFault(fault, { facts, conformance })),
    advance: (seconds) => world().clock.advance(seconds),
    requests: () => world().log.flatMap((entry) => (entry.redirected ? [] : [showEntry(entry)])),
    report: () => reportOf(world(), now()),
    reset: () => worlds.reset(name),
  };
}

/** What `fetch` rejects with when a connection breaks: Node tells the reason in `cause`. */
function connectionReset(): TypeError {
  const cause = Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET" });
  return new TypeError("fetch failed", { cause });
}

function untilAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) abort();
    else signal.addEventListener("abort", abort);
  });
}
