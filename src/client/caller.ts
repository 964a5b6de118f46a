import type { ErrorCode } from "../../generated/catalog.ts";
import { type CallEnd, newHistory } from "./call.ts";
import { demand } from "./demand.ts";
import { failLocally } from "./fail.ts";
import { type RequestOptions, readOptions } from "./options.ts";
import { toQuery } from "./query.ts";
import { type Result, toResult } from "./result.ts";
import { fillIn, type Route } from "./route.ts";
import type { Setup } from "./setup.ts";

/**
 * Makes one call of an operation. Never throws.
 * @param given what its method takes: the ids of its path, the body, the query, and options, each where there is one.
 */
export type Caller = <T, C extends ErrorCode>(
  route: Route,
  given: readonly unknown[],
) => Promise<Result<T, C>>;

/**
 * Makes the request; the transport does the rest.
 * @param own the parameters of paths that are the client's own.
 */
export function createCaller(setup: Setup, own: Readonly<Record<string, string>>): Caller {
  const { api, baseUrl, transport } = setup;
  return async (route, given) => {
    const history = newHistory();
    let end: CallEnd;
    try {
      let at = 0;
      const path = fillIn(route.path, (name) => own[name] ?? given[at++]);
      const body = route.body && given[at++];
      const search = toQuery(route.query && given[at++], api.explodeLists);
      const options = readOptions((given[at] ?? {}) as RequestOptions, setup.options);
      const { headers } = options;
      const text = JSON.stringify(body);
      demand(body === undefined || text, "body", "of a form that JSON has");
      if (text) headers["content-type"] ??= "application/json";
      const url = `${baseUrl}${path}${search && `?${search}`}`;
      end = await transport({ route, options, history, url, headers, body: text });
    } catch (thrown) {
      end = failLocally(setup, history, { thrown, given });
    }
    return toResult(end, route.list);
  };
}
