import { type Call, scopeOf } from "./call.ts";
import { listRows } from "./list.ts";
import type { Action } from "./routes.ts";
import type { Row } from "./store.ts";

/** What a request comes to. */
export interface Outcome {
  data: unknown;
  pagination?: unknown;
}

/** Carries out a request that has passed all checks. Nothing in it waits, so that two requests never mix. */
export function act(call: Call): Outcome {
  return actions[call.route.action](call, call.row);
}

const actions: Readonly<Record<Action, (call: Call, row: Row | undefined) => Outcome>> = {
  list: (call) => listRows(call.route.resource, call.query, scopeOf(call)),
  get(call, row) {
    const { resource } = call.route;
    return { data: row && (resource.detail ?? resource.view)(row, scopeOf(call)) };
  },
  create(call) {
    const { resource } = call.route;
    const { body = {}, world } = call;
    const scope = scopeOf(call);
    const data = resource.create(body, scope);
    const id = world.ids.prefixed(resource.prefix);
    const row = scope.store.collection(resource.kind).add({ id, uuid: world.ids.uuid(), data });
    resource.created?.(row, body, scope);
    return { data: resource.view(row, scope) };
  },
  update(call, row) {
    const { resource } = call.route;
    if (row === undefined) return { data: undefined };
    const scope = scopeOf(call);
    const change = resource.update(row, call.body ?? {}, scope);
    return { data: resource.view(scope.store.collection(resource.kind).update(row, change), scope) };
  },
  delete(call, row) {
    if (row) scopeOf(call).store.collection(call.route.resource.kind).remove(row);
    return { data: { id: row?.id, deleted: true } };
  },
};
