import type { ErrorCode } from "../../generated/catalog.ts";
import { type CallResult, createCallState } from "./call.ts";
import { failCall, failLocally } from "./error.ts";
import {
  assertFilled,
  assertOption,
  type ClientContext,
  type RequestOptions,
  resolveRequestOptions,
} from "./options.ts";
import { type Page, paginate } from "./paginate.ts";
import type { Route } from "./request.ts";
import { type Result, toResult } from "./result.ts";
import { runCall } from "./transport.ts";
import { assertId, fillPath, serializeQuery } from "./url.ts";

/**
 * Calls an operation. Never throws.
 * @param given what its method takes: the ids of its path, the body, the query, and options, each where there is one.
 */
export type Caller = <T, C extends ErrorCode>(
  route: Route,
  given: readonly unknown[],
) => Promise<Result<T, C>>;

/**
 * @param own the path parameters that belong to the client as a whole, or functions that return them for each call.
 * @throws TypeError naming one that cannot stand in a path.
 */
export function createCaller(
  client: ClientContext,
  own: Readonly<Record<string, string | (() => string)>>,
): Caller {
  const assertOwn = (name: string, id: unknown) => {
    assertFilled(name, id);
    assertId(name, id);
  };
  for (const [name, id] of Object.entries(own)) if (typeof id !== "function") assertOwn(name, id);
  return async (route, given) => {
    const state = createCallState(route);
    let result: CallResult;
    try {
      let at = 0;
      const path = fillPath(route.path, (name) => {
        const id = name in own ? own[name] : given[at++];
        if (typeof id !== "function") return id;
        const current = id();
        assertOwn(name, current);
        return current;
      });
      const body = route.body && given[at++];
      const search = serializeQuery(route.query && given[at++], client.api.explodeLists);
      const options = resolveRequestOptions((given[at] ?? {}) as RequestOptions, client.options);
      const { headers } = options;
      const text = JSON.stringify(body);
      assertOption(body === undefined || text, "body", "of a form that JSON has");
      if (text) headers["content-type"] ??= route.mediaType ?? "application/json";
      const url = `${client.baseUrl}${path}${search && `?${search}`}`;
      result = await runCall(client, { options, state, url, headers, body: text });
    } catch (thrown) {
      result = failLocally(client, state, { thrown, given });
    }
    return toResult(result, route.list);
  };
}

type Namespace = Record<string, unknown>;

/**
 * Makes the methods of a client.
 * @param routes by the name of their method, such as `things.parts.list`.
 */
export function bindMethods<Client>(
  client: ClientContext,
  call: Caller,
  routes: Readonly<Record<string, Route>>,
): Client {
  const root: Namespace = {};
  for (const [operation, row] of Object.entries(routes)) {
    const route = { operation, ...row };
    const names = operation.split(".");
    const last = names.pop() as string;
    let namespace = root;
    for (const inner of names) {
      namespace[inner] ??= {};
      namespace = namespace[inner] as Namespace;
    }
    namespace[last] = (...given: unknown[]) => call(route, given);
    if (route.pages !== undefined) namespace.iterate = bindIterate(client, call, route);
  }
  return root as Client;
}

function bindIterate(client: ClientContext, call: Caller, route: Route) {
  const { pages = 0, largestPage, operation } = route;
  const repeated = (page: number) => {
    const rawMessage = `Page ${page} of ${operation} is page ${page - 1} once more`;
    return failCall(client, createCallState(route), { code: "unexpected_response", rawMessage }).error;
  };
  return (...given: unknown[]) => {
    const list = (query: object) => {
      const args = [...given];
      args[pages] = query;
      return call(route, args) as Promise<Page<unknown>>;
    };
    const query = given[pages] as Record<string, unknown> | undefined;
    return paginate(list, query, { pagination: client.api.pagination, largestPage, repeated });
  };
}
