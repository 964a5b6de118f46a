import type { Context } from "../server/index.ts";
import { type Call, keptName, limitOf, storeOf } from "./call.ts";
import type { Row } from "./store.ts";
import { issuesOf, readPath, readQuery } from "./validate.ts";

/** What must hold of a request before it is carried out. A check ends it by throwing what `fail` makes. */
export interface Check {
  name: string;
  run(call: Call, context: Context): void | Promise<void>;
}

/**
 * The checks of a request whose route is known, in the order of the contract (docs/decisions.md, "Order of checks"):
 * the first one that fails decides which error the API returns.
 */
export const checks: readonly Check[] = [
  { name: "key present", run: keyPresent },
  { name: "key prefix", run: keyPrefix },
  { name: "key known", run: keyKnown },
  { name: "key not expired", run: keyNotExpired },
  { name: "rate limit", run: rateLimit },
  { name: "ids in the path", run: idsInPath },
  { name: "team", run: team },
  { name: "publishable key", run: publishableKey },
  { name: "permission", run: permission },
  { name: "JSON", run: json },
  { name: "body and query", run: bodyAndQuery },
  { name: "replay", run: replay },
  { name: "resource", run: resource },
  { name: "references", run: references },
  { name: "uniqueness", run: uniqueness },
];

/** The scheme is not case-sensitive (RFC 9110, 11.1). */
const BEARER = /^bearer +(\S+)\s*$/i;

function tokenOf({ request }: Call): string | undefined {
  return BEARER.exec(request.headers.get("authorization") ?? "")?.[1];
}

function keyPresent(call: Call, { fail }: Context): void {
  if (tokenOf(call) === undefined) throw fail("authentication_required");
}

function keyPrefix(call: Call, { fail }: Context): void {
  const token = tokenOf(call) ?? "";
  const known = call.world.keys.some(({ kind }) => token.startsWith(kind.prefix));
  if (!known) throw fail("invalid_key_format");
}

function keyKnown(call: Call, { fail }: Context): void {
  const found = call.world.keys.find(({ key }) => key === tokenOf(call));
  if (found) {
    call.key = found;
    call.entry.key = found.name;
  }
  if (found === undefined || found.state === "revoked") throw fail("invalid_api_key");
}

function keyNotExpired({ key }: Call, { fail }: Context): void {
  if (key?.state === "expired") throw fail("key_expired");
}

function rateLimit(call: Call, { fail }: Context): void {
  const { world, key, now } = call;
  if (key === undefined || !key.limited || world.limits.take(key.key, key.limit, now)) return;
  throw fail("rate_limit_exceeded", { retryAfter: (limitOf(call).reset.getTime() - now.getTime()) / 1000 });
}

function idsInPath(call: Call, { fail }: Context): void {
  const { ids, bad } = readPath(call.route.operation, call.params, call.shapeOf);
  if (bad !== undefined) throw fail("invalid_id_format", { param: bad });
  call.ids = ids;
}

function team({ key, ids, route }: Call, { fail }: Context): void {
  if (key?.teamId !== ids[route.team]?.toLowerCase()) throw fail("team_access_denied");
}

function publishableKey({ key, route }: Call, { fail }: Context): void {
  if (route.isWrite && key?.kind.kind === "publishable") throw fail("publishable_key_write");
}

function permission({ key, route }: Call, { fail }: Context): void {
  if (key?.permissions && !key.permissions.includes(route.permission)) throw fail("insufficient_permissions");
}

async function json(call: Call, context: Context): Promise<void> {
  if (call.route.operation.body === undefined) return;
  call.body = (await context.json()) as Record<string, unknown>;
}

async function bodyAndQuery(call: Call, { fail, parse }: Context): Promise<void> {
  const { route, shapeOf, body, url, request } = call;
  if (route.operation.body) {
    const shape = shapeOf(route.operation.body.schema);
    const validate = (value: unknown) => {
      const issues = issuesOf(shape, value);
      return issues.length > 0 ? { issues } : { value };
    };
    await parse({ "~standard": { version: 1, validate } }, body);
  }
  const { values, bad } = readQuery(
    route.operation,
    { query: url.searchParams, headers: request.headers },
    shapeOf,
  );
  if (bad !== undefined) throw fail("parameter_invalid", { param: bad });
  call.query = values;
}

/** Finds the success that an earlier request with the same `Idempotency-Key` came to: the checks that follow are its. */
function replay(call: Call): void {
  const name = keptName(call);
  const kept = name === undefined ? undefined : call.world.kept.find(name, call.now);
  if (kept === undefined) return;
  call.kept = kept;
  if (kept.sent !== call.sent) {
    call.entry.note =
      "The Idempotency-Key belongs to a request with another body, whose response is returned.";
  }
}

function resource(call: Call, { fail }: Context): void {
  if (call.kept) return;
  const { route, ids } = call;
  const find = (kind: string, id: string): Row => {
    const row = storeOf(call)
      .collection(kind)
      .get(ids[id] ?? "");
    if (row === undefined) throw fail("resource_not_found");
    return row;
  };
  if (route.parent) call.parent = find(route.parent.resource.kind, route.parent.id);
  if (route.id !== undefined) call.row = find(route.resource.kind, route.id);
}

function references(call: Call, { fail }: Context): void {
  if (call.kept) return;
  for (const { field, to } of call.route.operation.body?.references ?? []) {
    const id = call.body?.[field];
    if (id === undefined || storeOf(call).collection(to).get(String(id))) continue;
    throw fail("parameter_invalid", { param: field });
  }
}

function uniqueness(call: Call, { fail }: Context): void {
  if (call.kept) return;
  const { route, body = {}, row } = call;
  for (const { field, ignoreCase } of route.operation.body?.unique ?? []) {
    if (body[field] === undefined) continue;
    const fold = (value: unknown) => (ignoreCase ? String(value).toLowerCase() : value);
    const others = storeOf(call).collection(route.resource.kind).all();
    const taken = others.some(
      (other) => other.id !== row?.id && fold(other.data[field]) === fold(body[field]),
    );
    if (taken) throw fail("resource_conflict", { param: field });
  }
}
