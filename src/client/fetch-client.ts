import createFetch, { type Client } from "openapi-fetch";
import { isCStarError } from "../errors/index.ts";
import { createCallState, type PreparedRequest, type Route } from "./call.ts";
import { failLocally } from "./error.ts";
import {
  type ClientContext,
  type Loose,
  normalizeHeaders,
  type RequestOptions,
  resolveRequestOptions,
} from "./options.ts";
import { headerValues } from "./redact.ts";
import { type BufferedResponse, toResponse } from "./response.ts";
import { runCall } from "./transport.ts";
import { fillPath } from "./url.ts";

/** What callers of openapi-fetch may pass with a call, together with our own options. */
interface Init extends Omit<Loose<RequestOptions>, "headers"> {
  params?: { path?: Record<string, unknown>; query?: unknown; header?: unknown };
  headers?: unknown;
  body?: unknown;
  fetch?: typeof fetch;
  parseAs?: string;
  middleware?: unknown;
  Request?: unknown;
}

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
  routes: readonly Route[],
): Client<Paths> {
  const { api, baseUrl } = client;
  const fetcher = createFetch<Paths>({
    baseUrl,
    querySerializer: { array: { style: "form", explode: api.explodeLists } },
    headers: client.options.headers,
  });
  const send = fetcher.request as (method: string, path: string, init: object) => Promise<unknown>;
  const known = new Map(routes.map((route) => [`${route.method} ${route.path}`, route]));
  let middleware = false;

  const request = async (verb: string, path: string, init: Init = {}): Promise<unknown> => {
    const method = verb.toUpperCase();
    const route = known.get(`${method} ${path}`) ?? { method, path, codes: [] };
    const { signal, fetch, maxRetries, attemptTimeout, deadline, idempotencyKey, ...rest } = init;
    const state = createCallState();
    try {
      const limits = { maxRetries, attemptTimeout, deadline };
      const options = resolveRequestOptions({ ...limits, signal, idempotencyKey }, client.options);
      // openapi-fetch fills in the path by itself, whatever the ids are: check them first.
      fillPath(path, (name) => init.params?.path?.[name]);
      const respond = async (request: FetchRequest): Promise<BufferedResponse> => {
        const { url, body } = request;
        const headers = normalizeHeaders(request.headers);
        const result = await runCall(client, { route, options, state, url, headers, body, fetch });
        if (result.ok) return result.response;
        if (result.response?.json && result.error.code !== "unrecognized_code") return result.response;
        throw result.error;
      };
      if (middleware || rest.middleware || rest.Request || (rest.parseAs ?? "json") !== "json") {
        const transport = async (real: Request) => {
          const body = real.body ? await real.text() : undefined;
          return toResponse(await respond({ url: real.url, headers: real.headers, body }));
        };
        return await send(method, path, { ...rest, fetch: transport });
      }
      // Nobody else looks at the request, nor at the response before it is asked for: make neither.
      const settled: { response?: BufferedResponse } = {};
      const transport = async (request: FetchRequest) => {
        settled.response = await respond(request);
        return emptyResponse;
      };
      await send(method, path, { ...rest, Request: recordRequest, fetch: transport });
      return asFetchResult(settled.response as BufferedResponse);
    } catch (error) {
      if (isCStarError(error)) throw error;
      const { params, headers, body } = init;
      const own = headers instanceof Headers ? Object.fromEntries(headers) : headers;
      const all = [params?.query, params?.header, headerValues(own ?? {}), body];
      // Wrong arguments, or middleware that threw, perhaps after the request had been made.
      throw failLocally(client, state, { thrown: error, given: all }).error;
    }
  };
  const verbs = methods.map((method) => [method, (path: string, init?: Init) => request(method, path, init)]);
  const use: Client<Paths>["use"] = (...added) => {
    middleware = true;
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
