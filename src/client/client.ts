import type { ErrorCode } from "../../generated/catalog.ts";
import { type CallResult, createCallState, type Route } from "./call.ts";
import { failLocally } from "./error.ts";
import {
  type Api,
  assertOption,
  type ClientContext,
  type RequestOptions,
  resolveRequestOptions,
} from "./options.ts";
import { type Page, paginate } from "./paginate.ts";
import { type Result, toResult } from "./result.ts";
import { runCall } from "./transport.ts";
import { fillPath, serializeQuery } from "./url.ts";

/**
 * Calls an operation. Never throws.
 * @param given what its method takes: the ids of its path, the body, the query, and options, each where there is one.
 */
export type Caller = <T, C extends ErrorCode>(
  route: Route,
  given: readonly unknown[],
) => Promise<Result<T, C>>;

/** @param own the path parameters that belong to the client as a whole. */
export function createCaller(client: ClientContext, own: Readonly<Record<string, string>>): Caller {
  return async (route, given) => {
    const state = createCallState();
    let result: CallResult;
    try {
      let at = 0;
      const path = fillPath(route.path, (name) => own[name] ?? given[at++]);
      const body = route.body && given[at++];
      const search = serializeQuery(route.query && given[at++], client.api.explodeLists);
      const options = resolveRequestOptions((given[at] ?? {}) as RequestOptions, client.options);
      const { headers } = options;
      const text = JSON.stringify(body);
      assertOption(body === undefined || text, "body", "of a form that JSON has");
      if (text) headers["content-type"] ??= route.contentType ?? "application/json";
      const url = `${client.baseUrl}${path}${search && `?${search}`}`;
      result = await runCall(client, { route, options, state, url, headers, body: text });
    } catch (thrown) {
      result = failLocally(client, state, { thrown, given });
    }
    return toResult(result, route.list);
  };
}

type Namespace = Record<string, unknown>;

/**
 * Makes the methods of a client, which pass their arguments on to `call`.
 * @param routes by the name of their method, such as `things.parts.list`.
 */
export function bindMethods<Client>(
  call: Caller,
  routes: Readonly<Record<string, Route>>,
  pagination: Api["pagination"],
): Client {
  const client: Namespace = {};
  for (const [name, route] of Object.entries(routes)) {
    const names = name.split(".");
    const last = names.pop() as string;
    let namespace = client;
    for (const inner of names) {
      namespace[inner] ??= {};
      namespace = namespace[inner] as Namespace;
    }
    namespace[last] = (...given: unknown[]) => call(route, given);
    const { pages } = route;
    if (pages === undefined) continue;
    namespace.iterate = (...given: unknown[]) =>
      paginate(
        (query) => {
          given[pages] = query;
          return call(route, given) as Promise<Page<unknown>>;
        },
        given[pages] as Record<string, unknown>,
        pagination,
      );
  }
  return client as Client;
}
