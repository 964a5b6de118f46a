import createFetch, { type Client } from "openapi-fetch";
import { isCStarError } from "../errors/index.ts";
import { createCallState } from "./call.ts";
import { failLocally } from "./error.ts";
import type { FetchFunction, FetchOptions } from "./fetch-function.ts";
import {
  type ClientContext,
  normalizeHeaders,
  type RequestOptions,
  resolveRequestOptions,
} from "./options.ts";
import { headerValues } from "./redact.ts";
import type { PreparedRequest, Route } from "./request.ts";
import { type BufferedResponse, toResponse } from "./response.ts";
import { runCall } from "./transport.ts";
import { fillPath, serializeQuery } from "./url.ts";

/** What callers may pass with a call: openapi-fetch's options, ours and those of `fetch`. */
interface Init extends Omit<RequestOptions, "headers" | "fetchOptions"> {
  params?: { path?: Record<string, unknown>; query?: unknown; header?: unknown };
  headers?: unknown;
  body?: unknown;
  parseAs?: string;
  middleware?: unknown;
  Request?: unknown;
  fetch?: FetchFunction;
  fetchOptions?: FetchOptions;
  [option: string]: unknown;
}

/** The options that openapi-fetch reads; what is neither its nor ours is for `fetch`. */
const ownOptions = /^(params|headers|body|baseUrl|parseAs|(query|body|path)Serializer|middleware|Request)$/;

/** A request as openapi-fetch makes it. */
interface FetchRequest extends Omit<PreparedRequest, "headers"> {
  headers: Headers;
}

const methods = ["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE"] as const;

/**
 * openapi-fetch's own client on top of our transport. A declared error of the API comes back as its `error`, anything
 * else is thrown as `CStarError`. Bodies arrive buffered; middleware sees real requests and the end of all attempts.
 */
export function createResilientFetch<Paths extends object>(
  client: ClientContext,
  /** By the name of their method; `others` have none. */
  routes: Readonly<Record<string, Route>>,
  others: readonly Route[] = [],
): Client<Paths> {
  const { api, baseUrl } = client;
  const fetcher = createFetch<Paths>({
    baseUrl,
    querySerializer: (query) => serializeQuery(query, api.explodeLists),
    headers: client.options.headers,
  });
  const send = fetcher.request as (method: string, path: string, init: object) => Promise<unknown>;
  const named = Object.entries(routes).map(([operation, route]) => ({ operation, ...route }));
  const known = new Map([...named, ...others].map((route) => [`${route.method} ${route.path}`, route]));
  let hasMiddleware = false;

  const request = async (verb: string, path: string, init: Init = {}): Promise<unknown> => {
    const method = verb.toUpperCase();
    const route = known.get(`${method} ${path}`) ?? { method, path, codes: [] };
    const { signal, fetch, maxRetries, attemptTimeout, deadline, idempotencyKey, fetchOptions, ...rest } =
      init;
    const { params, headers, body, parseAs = "json", middleware, Request } = rest;
    const own: Record<string, unknown> = {};
    const passedOn: Record<string, unknown> = {};
    for (const name in rest) (ownOptions.test(name) ? own : passedOn)[name] = rest[name];
    const state = createCallState(route);
    try {
      const options = resolveRequestOptions(
        {
          signal,
          maxRetries,
          attemptTimeout,
          deadline,
          idempotencyKey,
          fetchOptions: { ...passedOn, ...fetchOptions },
        },
        client.options,
      );
      // openapi-fetch fills in the path by itself, whatever the ids are: check them first.
      fillPath(path, (name) => params?.path?.[name]);
      const respond = async (request: FetchRequest): Promise<BufferedResponse> => {
        const { url, body } = request;
        const headers = normalizeHeaders(request.headers);
        const result = await runCall(client, { options, state, url, headers, body, fetch });
        if (result.ok) return result.response;
        if (result.response?.json && result.error.code !== "unrecognized_code") return result.response;
        throw result.error;
      };
      if (hasMiddleware || middleware || Request || parseAs !== "json") {
        const transport = async (real: Request) => {
          const body = real.body ? await real.text() : undefined;
          return toResponse(await respond({ url: real.url, headers: real.headers, body }));
        };
        return await send(method, path, { ...own, fetch: transport });
      }
      // Nobody else looks at the request, nor at the response before it is asked for: make neither.
      const settled: { response?: BufferedResponse } = {};
      const transport = async (request: FetchRequest) => {
        settled.response = await respond(request);
        return emptyResponse;
      };
      await send(method, path, { ...own, Request: recordRequest, fetch: transport });
      return asFetchResult(settled.response as BufferedResponse);
    } catch (error) {
      if (isCStarError(error)) throw error;
      const sent = headers instanceof Headers ? Object.fromEntries(headers) : headers;
      const all = [params?.query, params?.header, headerValues(sent ?? {}), body];
      // Wrong arguments, or middleware that threw, perhaps after the request had been made.
      throw failLocally(client, state, { thrown: error, given: all }).error;
    }
  };
  const verbs = methods.map((method) => [method, (path: string, init?: Init) => request(method, path, init)]);
  const use: Client<Paths>["use"] = (...added) => {
    hasMiddleware = true;
    fetcher.use(...added);
  };
  return { ...fetcher, ...Object.fromEntries(verbs), request, use } as Client<Paths>;
}

/** What openapi-fetch would return for a response; the `Response` is made on first access. */
function asFetchResult(buffered: BufferedResponse): object {
  return {
    [buffered.status < 300 ? "data" : "error"]: buffered.json,
    get response() {
      return toResponse(buffered);
    },
  };
}

/** The response that openapi-fetch sees: empty, so that it reads nothing; the real one has been handled. */
const emptyResponse = { status: 204, ok: true, headers: { get: () => null } } as unknown as Response;

/** Stands in for the `Request` of fetch, which takes most of the time of a call and is of no use to the transport. */
function recordRequest(url: string, init: object): object {
  return { ...init, url };
}
