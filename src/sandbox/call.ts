import type { ShapeOf } from "../conformance/index.ts";
import type { Fault } from "./fault.ts";
import type { KeptResponse } from "./idempotency.ts";
import type { ApiKey } from "./keys.ts";
import type { LogEntry } from "./log.ts";
import { fullWindow, type LimitState } from "./rate-limit.ts";
import type { Scope } from "./resources/index.ts";
import type { Route } from "./routes.ts";
import type { Row, Store } from "./store.ts";
import type { World } from "./world.ts";

/** A request on its way through the checks, which fill in what they find out. */
export interface Call {
  world: World;
  route: Route;
  /** Scenarios of the address. */
  scenarios: readonly string[];
  request: Request;
  url: URL;
  /** The body as text. */
  sent: string;
  params: Readonly<Record<string, string>>;
  now: Date;
  requestId: string;
  entry: LogEntry;
  shapeOf: ShapeOf;
  /** The fewest requests that a kind of key may send: what is told of a request without a key. */
  smallestLimit: number;
  key?: ApiKey;
  ids: Record<string, string>;
  query: Record<string, unknown>;
  body?: Record<string, unknown>;
  parent?: Row;
  row?: Row;
  kept?: KeptResponse;
  fault?: Fault;
}

/** The data that the key of the call works with. */
export function storeOf({ world, key, ids, route }: Call): Store {
  return world.store(ids[route.team] ?? "", key?.kind.environment ?? "");
}

export function scopeOf(call: Call): Scope {
  const { world, now, parent } = call;
  return { store: storeOf(call), ids: world.ids, now, parent };
}

/** Names the success that the call would be a replay of: by key, operation, path and `Idempotency-Key`. */
export function keptName({ key, route, url, request }: Call): string | undefined {
  const name = request.headers.get("idempotency-key");
  const takesOne = route.operation.parameters.some((one) => one.in === "header");
  if (name === null || !takesOne) return undefined;
  const path = url.pathname.replace(/^\/(?:~|%7[Ee])[^/]*/, "");
  return JSON.stringify([key?.key, route.operation.id, path, name]);
}

/** What the key of the call may still send. */
export function limitOf({ world, key, now, smallestLimit }: Call): LimitState {
  return key ? world.limits.state(key.key, key.limit, now) : fullWindow(smallestLimit, now);
}
