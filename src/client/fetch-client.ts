import createFetch, { type Client } from "openapi-fetch";
import { isCStarError } from "../errors/index.ts";
import { bufferedResponse } from "./buffered-response.ts";
import type { CallEnd } from "./call.ts";
import type { Loose, RequestOptions } from "./options.ts";
import { checkPath, failLocally, readRequestOptions } from "./request-options.ts";
import type { Route } from "./route.ts";
import { headerValues } from "./secrets.ts";
import type { Setup } from "./setup.ts";

/** What callers of openapi-fetch may pass with a call; our own options are taken too. */
interface Init extends Omit<Loose<RequestOptions>, "headers"> {
  params?: { path?: Record<string, unknown>; query?: unknown; header?: unknown };
  headers?: unknown;
  body?: unknown;
  fetch?: typeof fetch;
}

const methods = ["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE"] as const;

/**
 * openapi-fetch's own client on top of our transport. A declared error of the API comes back as its `error`, anything
 * else is thrown as `CStarError`. Bodies arrive buffered; middleware sees real requests and the end of all attempts.
 */
export function createResilientFetch<Paths extends object>(
  setup: Setup,
  routes: readonly Route[],
): Client<Paths> {
  const { api, baseUrl } = setup;
  const fetcher = createFetch<Paths>({
    baseUrl,
    querySerializer: api.querySerializer,
    headers: setup.headers,
  });
  const send = fetcher.request as (method: string, path: string, init: object) => Promise<unknown>;
  const known = new Map(routes.map((route) => [`${route.method} ${route.path}`, route]));

  const request = async (verb: string, path: string, init: Init = {}): Promise<unknown> => {
    const method = verb.toUpperCase();
    const route = known.get(`${method} ${path}`) ?? { method, path, codes: [] };
    let end: CallEnd | undefined;
    try {
      const { signal, fetch, maxRetries, attemptTimeout, deadline, idempotencyKey, ...rest } = init;
      const options = readRequestOptions(
        { signal, maxRetries, attemptTimeout, deadline, idempotencyKey },
        setup,
      );
      checkPath(path, init.params?.path ?? {});
      const transport = async (real: Request): Promise<Response> => {
        const body = real.body ? await real.text() : undefined;
        const outgoing = { url: real.url, method, headers: real.headers, body };
        end = await setup.transport({ ...options, request: outgoing, route, fetch });
        if (end.ok) return bufferedResponse(end.answer);
        if (end.answer?.json && end.error.code !== "unrecognized_code") return bufferedResponse(end.answer);
        throw end.error;
      };
      return await send(method, path, { ...rest, fetch: transport });
    } catch (error) {
      if (isCStarError(error)) throw error;
      const { params, headers, body } = init;
      const given = headers instanceof Headers ? headerValues(headers) : headers;
      // Wrong arguments, or middleware that threw, perhaps after the request had been made.
      throw failLocally(setup, error, { sent: [params?.query, params?.header, given, body], after: end })
        .error;
    }
  };
  const verbs = methods.map((method) => [method, (path: string, init?: Init) => request(method, path, init)]);
  return { ...fetcher, ...Object.fromEntries(verbs), request } as Client<Paths>;
}
