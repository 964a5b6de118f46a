import type { ErrorCode } from "../../generated/catalog.ts";
import { type CallEnd, endLocally, type History } from "./call.ts";
import { demand } from "./demand.ts";
import { createMask } from "./mask.ts";
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
 * Makes the request, its query as openapi-fetch writes it; the transport does the rest.
 * @param own the parameters of paths that are the client's own.
 */
export function createCaller(setup: Setup, own: Readonly<Record<string, string>>): Caller {
  const { api, baseUrl, transport } = setup;
  return async (route, given) => {
    let end: CallEnd;
    try {
      let at = 0;
      const path = fillIn(route.path, (name) => own[name] ?? given[at++]);
      const body = route.body && given[at++];
      const search = toQuery(route.query && given[at++], api.querySerializer.array?.explode);
      const options = readOptions((given[at] ?? {}) as RequestOptions, setup.options);
      const { headers } = options;
      const text = JSON.stringify(body);
      demand(body === undefined || text, "body", "of a form that JSON has");
      if (text) headers["content-type"] ??= "application/json";
      const url = `${baseUrl}${path}${search && `?${search}`}`;
      end = await transport({ route, options, url, headers, body: text });
    } catch (error) {
      end = failLocally(setup, error, { sent: given });
    }
    return toResult(end, route.list);
  };
}

interface Circumstances {
  /** What the caller gave: none of it may get into the error. */
  sent: readonly unknown[];
  /** What the call had done before, if it came to that. */
  history?: History | undefined;
}

/** How a call ends when the caller's side failed outside of the transport. */
export function failLocally({ api }: Setup, thrown: unknown, { sent, history }: Circumstances) {
  const mask = createMask(new Set(), () => sent, api.keyPrefixes);
  return endLocally({ config: api, mask, history: history ?? { attempts: [], outcome: "not_sent" } }, thrown);
}
