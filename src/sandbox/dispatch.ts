import { type Address, readAddress } from "./address.ts";
import { plain, respondToAdmin } from "./admin.ts";
import { type Engine, respondToApi } from "./api.ts";
import { preflight, withCors } from "./cors.ts";
import type { Delivery } from "./deliver.ts";
import { addEntry, type LogEntry } from "./log.ts";
import type { Route } from "./routes.ts";
import type { World } from "./world.ts";
import type { Worlds } from "./worlds.ts";

/** What every request needs. */
export interface Dispatch {
  engine: Engine;
  worlds: Worlds;
  /** What the addresses of worlds begin with. */
  origin: string;
  /** Real time, in ms. */
  now(): number;
}

/** The contract has no response to a body that is too large. */
const LARGEST_BODY = 10_000_000;

/** The fewest requests that a kind of key may send. */
function smallestLimit({ facts }: Engine): number {
  return Math.min(...facts.keys.map(({ requestsPerHour }) => requestsPerHour));
}

/** Takes a request to the API of its world, or to the sandbox itself; says in a sentence why neither is there. */
export async function dispatch(sandbox: Dispatch, request: Request): Promise<Delivery> {
  if (request.method === "OPTIONS") return respond(preflight(request));
  const { engine, worlds, now } = sandbox;
  const url = new URL(request.url);
  const address = tryAddress(url.pathname, engine.facts.basePath);
  if (typeof address === "string") return respond(plain(400, address));
  const sent = await readBody(request);
  if (sent === undefined) return respond(plain(413, "The body is too large."));
  const world = worlds.get(address.world);
  const arrival: Arrival = { request, url, address, world, sent, arrived: now() };
  if (address.kind === "admin") return respond(toAdmin(sandbox, arrival));
  const found = address.kind === "api" ? engine.findRoute(request.method, address.path) : undefined;
  if (found?.kind === "route") return toApi(sandbox, arrival, found);
  if (found?.kind === "unknown")
    return respond(plain(501, `The sandbox has nothing that behaves like ${found.operation.id}.`));
  if (found?.kind === "method") {
    const refused = plain(405, `This path takes ${found.allowed.join(" and ")}.`);
    refused.headers.set("allow", found.allowed.join(", "));
    return respond(refused);
  }
  const base = `${sandbox.origin}/~<world>${engine.facts.basePath}`;
  return respond(plain(404, `There is no such path; the API is at ${base}.`));
}

interface Arrival {
  request: Request;
  url: URL;
  address: Address;
  world: World;
  /** The body as text. */
  sent: string;
  /** Real time, in ms. */
  arrived: number;
}

function toAdmin({ engine, worlds }: Dispatch, arrival: Arrival): Response {
  const { request, address, world, sent, arrived } = arrival;
  if (address.path === "/elsewhere") {
    addEntry(world.log, { ...entryOf(arrival), redirected: true });
    return plain(200, "This is where the redirects of the sandbox lead to.");
  }
  const admin = { contract: engine, world, now: arrived, reset: () => worlds.reset(world.name) };
  return respondToAdmin(admin, { path: address.path, method: request.method, text: sent });
}

async function toApi(
  { engine, origin, now }: Dispatch,
  arrival: Arrival,
  { route, params }: { route: Route; params: Record<string, string> },
): Promise<Delivery> {
  const { request, url, address, world, sent } = arrival;
  const entry = addEntry(world.log, { ...entryOf(arrival), operation: route.operation.id });
  request.signal.addEventListener("abort", () => {
    entry.abandoned ??= now();
  });
  const call = {
    ...{ world, route, params, request, url, sent, entry, scenarios: address.scenarios },
    ...{ shapeOf: engine.shapeOf, smallestLimit: smallestLimit(engine) },
    ...{ now: world.clock.tick(), requestId: entry.requestId, ids: {}, query: {} },
  };
  const delivery = await respondToApi(engine, call, `${origin}/~${world.name}/_sandbox/elsewhere`);
  entry.ended = now();
  if (delivery.kind === "response") {
    entry.status = delivery.response.status;
    const sent = respond(delivery.response);
    // Clients hold `X-RateLimit-Reset` against the time of the response, which is that of the world.
    sent.response.headers.set("date", call.now.toUTCString());
    return sent;
  }
  delete entry.status;
  return delivery;
}

function respond(response: Response) {
  return { kind: "response" as const, response: withCors(response) };
}

function tryAddress(pathname: string, basePath: string): Address | string {
  try {
    return readAddress(pathname, basePath);
  } catch (error) {
    if (error instanceof RangeError) return error.message;
    throw error;
  }
}

/** The body as text; the request can be read again. Undefined when it is too large. */
async function readBody(request: Request): Promise<string | undefined> {
  if (Number(request.headers.get("content-length") ?? 0) > LARGEST_BODY) return undefined;
  const text = await request.clone().text();
  return text.length > LARGEST_BODY ? undefined : text;
}

function entryOf({ request, url, address, world, sent, arrived }: Arrival): LogEntry {
  const idempotencyKey = request.headers.get("idempotency-key");
  return {
    requestId: world.ids.prefixed("req"),
    at: world.clock.now().toISOString(),
    method: request.method,
    path: address.path + url.search,
    ...(request.headers.has("authorization") && { key: "unknown" }),
    ...(idempotencyKey !== null && { idempotencyKey }),
    arrived,
    sent: JSON.stringify([request.method, address.path, url.search, sent]),
  };
}
