import type { OperationRequest, SandboxFacts } from "./facts.ts";
import { type Resource, resources } from "./resources/index.ts";

export type Action = "list" | "create" | "get" | "update" | "delete";

/** What an operation is about, as its method and path say it. */
export interface Route {
  operation: OperationRequest;
  action: Action;
  resource: Resource;
  /** Whether it changes anything. */
  isWrite: boolean;
  /** What a key needs to be allowed to do, such as `tickets:read`. */
  permission: string;
  /** Name of the path parameter with the team's id. */
  team: string;
  /** Name of the path parameter with the resource's id, where one is asked for. */
  id?: string;
  /** The resource whose part it is, and the name of its path parameter. */
  parent?: { resource: Resource; id: string };
}

export type Found =
  | { kind: "route"; route: Route; params: Record<string, string> }
  /** The contract has the operation, and no resource of the sandbox stands for it. */
  | { kind: "unknown"; operation: OperationRequest }
  | { kind: "method"; allowed: string[] }
  | { kind: "path" };

/** Finds the route of a method and a path below the base path. HEAD is handled as GET. */
export type FindRoute = (method: string, path: string) => Found;

export function createRoutes({ operations }: SandboxFacts): FindRoute {
  const routes = operations.map((operation) => ({ operation, route: routeOf(operation) }));
  return (method, path) => {
    const wanted = method === "HEAD" ? "GET" : method;
    const matching = routes.flatMap(({ operation, route }) => {
      const params = match(operation.path, path);
      return params ? [{ operation, route, params }] : [];
    });
    const found = matching.find(({ operation }) => operation.method === wanted);
    if (found) {
      const { operation, route, params } = found;
      return route ? { kind: "route", route, params } : { kind: "unknown", operation };
    }
    const allowed = matching.map(({ operation }) => operation.method);
    return allowed.length > 0 ? { kind: "method", allowed } : { kind: "path" };
  };
}

function match(template: string, path: string): Record<string, string> | undefined {
  const [names, values] = [template.split("/"), path.split("/")];
  if (names.length !== values.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, name] of names.entries()) {
    const value = values[index] ?? "";
    if (name.startsWith("{")) params[name.slice(1, -1)] = value;
    else if (name !== value) return undefined;
  }
  return params;
}

/**
 * What an operation is about; undefined when no resource of the sandbox stands for it.
 * `/teams/{teamId}/tickets/{ticketId}/messages` is a path of three steps, the last one without an id.
 */
export function routeOf(operation: OperationRequest): Route | undefined {
  const steps = [...operation.path.matchAll(/\/([^/{}]+)(?:\/\{([^/{}]+)\})?/g)];
  const [team, ...owned] = steps.map(([, name = "", id]) => ({ name, id }));
  const last = owned.at(-1);
  const [first] = owned;
  const resource = resources[last?.name ?? ""];
  const action = actionOf(operation.method, last?.id !== undefined);
  if (team?.id === undefined || last === undefined || resource === undefined || action === undefined)
    return undefined;
  const isWrite = operation.method !== "GET";
  const outer = owned.length > 1 ? first : undefined;
  const parent = resources[outer?.name ?? ""];
  return {
    ...{ operation, action, resource, isWrite, team: team.id },
    permission: `${first?.name}:${isWrite ? "write" : "read"}`,
    ...(last.id !== undefined && { id: last.id }),
    ...(parent && outer?.id !== undefined && { parent: { resource: parent, id: outer.id } }),
  };
}

function actionOf(method: string, isItem: boolean): Action | undefined {
  const ofItem: Record<string, Action> = { GET: "get", PATCH: "update", DELETE: "delete" };
  const ofCollection: Record<string, Action> = { GET: "list", POST: "create" };
  return (isItem ? ofItem : ofCollection)[method];
}
