import createFetch from "openapi-fetch";
import type { ErrorCode } from "../../generated/catalog.ts";
import type { Outgoing } from "./attempt.ts";
import type { CallEnd } from "./call.ts";
import { demand, type RequestOptions } from "./options.ts";
import { checkPath, failLocally, readRequestOptions } from "./request-options.ts";
import { type Result, toResult } from "./result.ts";
import type { Route } from "./route.ts";
import type { Setup } from "./setup.ts";

/** What goes into a request beside its options. */
export interface Args {
  path?: Record<string, string>;
  query?: object | undefined;
  body?: unknown;
}

/** Makes one call of an operation. Never throws. */
export type Caller = <T, C extends ErrorCode>(
  route: Route,
  args: Args,
  options?: RequestOptions,
) => Promise<Result<T, C>>;

/** Calls through openapi-fetch, which builds the request; the transport does the rest. */
export function createCaller(setup: Setup): Caller {
  const { api, baseUrl, transport } = setup;
  const fetcher = createFetch<Record<string, never>>({
    baseUrl,
    querySerializer: api.querySerializer,
    Request: recordRequest as unknown as typeof Request,
  });
  const request = fetcher.request as (method: string, path: string, init: object) => Promise<unknown>;

  return async (route, { path = {}, query, body }, options = {}) => {
    let end: CallEnd | undefined;
    try {
      const { limits, signal, headers, idempotencyKey } = readRequestOptions(options, setup);
      checkPath(route.path, path);
      const send = async (outgoing: Outgoing<Headers>) => {
        demand(body === undefined || outgoing.body !== undefined, "The body has no form in JSON");
        end = await transport({ request: outgoing, route, limits, signal, idempotencyKey });
        return settled;
      };
      await request(route.method, route.path, { params: { path, query }, body, headers, fetch: send });
    } catch (error) {
      end = failLocally(setup, error, { sent: [query, body, options?.headers] });
    }
    return toResult(end as CallEnd, route.list);
  };
}

/** The answer that openapi-fetch gets: none, so that it reads nothing; the real one has been dealt with. */
export const settled = { status: 204, ok: true, headers: { get: () => null } } as unknown as Response;

/** Stands in for the `Request` of fetch, which takes most of the time of a call and is of no use to the transport. */
export function recordRequest(url: string, init: object): object {
  return { ...init, url };
}
