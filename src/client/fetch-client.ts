import createFetch, { type Client } from "openapi-fetch";
import { isCStarError } from "../errors/index.ts";
import { bufferedResponse } from "./buffered-response.ts";
import { newHistory } from "./call.ts";
import { failLocally } from "./fail.ts";
import { type Loose, type RequestOptions, readHeaders, readOptions } from "./options.ts";
import { headerValues, type Outgoing } from "./outgoing.ts";
import type { Answer } from "./read-answer.ts";
import { fillIn, type Route } from "./route.ts";
import type { Setup } from "./setup.ts";

/** What callers of openapi-fetch may pass with a call; our own options are taken too. */
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
interface Requested extends Omit<Outgoing, "headers"> {
  headers: Headers;
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
    querySerializer: { array: { style: "form", explode: api.explodeLists } },
    headers: setup.options.headers,
  });
  const send = fetcher.request as (method: string, path: string, init: object) => Promise<unknown>;
  const known = new Map(routes.map((route) => [`${route.method} ${route.path}`, route]));
  let middleware = false;

  const request = async (verb: string, path: string, init: Init = {}): Promise<unknown> => {
    const method = verb.toUpperCase();
    const route = known.get(`${method} ${path}`) ?? { method, path, codes: [] };
    const { signal, fetch, maxRetries, attemptTimeout, deadline, idempotencyKey, ...rest } = init;
    const history = newHistory();
    try {
      const limits = { maxRetries, attemptTimeout, deadline };
      const options = readOptions({ ...limits, signal, idempotencyKey }, setup.options);
      // openapi-fetch fills the path in by itself, whatever the ids are.
      fillIn(path, (name) => init.params?.path?.[name]);
      const answerOf = async (outgoing: Requested): Promise<Answer> => {
        const { url, body } = outgoing;
        const headers = readHeaders(outgoing.headers);
        const end = await setup.transport({ route, options, history, url, headers, body, fetch });
        if (end.ok) return end.answer;
        if (end.answer?.json && end.error.code !== "unrecognized_code") return end.answer;
        throw end.error;
      };
      if (middleware || rest.middleware || rest.Request || (rest.parseAs ?? "json") !== "json") {
        const transport = async (real: Request) => {
          const body = real.body ? await real.text() : undefined;
          return bufferedResponse(await answerOf({ url: real.url, headers: real.headers, body }));
        };
        return await send(method, path, { ...rest, fetch: transport });
      }
      // Nobody but us looks at the request, nor at the response before it is asked for: make neither.
      const result: { answer?: Answer } = {};
      const transport = async (outgoing: Requested) => {
        result.answer = await answerOf(outgoing);
        return settled;
      };
      await send(method, path, { ...rest, Request: recordRequest, fetch: transport });
      return asFetchResult(result.answer as Answer);
    } catch (error) {
      if (isCStarError(error)) throw error;
      const { params, headers, body } = init;
      const own = headers instanceof Headers ? Object.fromEntries(headers) : headers;
      const all = [params?.query, params?.header, headerValues(own ?? {}), body];
      // Wrong arguments, or middleware that threw, perhaps after the request had been made.
      throw failLocally(setup, history, { thrown: error, given: all }).error;
    }
  };
  const verbs = methods.map((method) => [method, (path: string, init?: Init) => request(method, path, init)]);
  const use: Client<Paths>["use"] = (...added) => {
    middleware = true;
    fetcher.use(...added);
  };
  return { ...fetcher, ...Object.fromEntries(verbs), request, use } as Client<Paths>;
}

/** What openapi-fetch would give for an answer; the response is made when somebody asks for it. */
function asFetchResult(answer: Answer): object {
  return {
    [answer.status < 300 ? "data" : "error"]: answer.json,
    get response() {
      return bufferedResponse(answer);
    },
  };
}

/** The answer that openapi-fetch gets: none, so that it reads nothing; the real one has been dealt with. */
const settled = { status: 204, ok: true, headers: { get: () => null } } as unknown as Response;

/** Stands in for the `Request` of fetch, which takes most of the time of a call and is of no use to the transport. */
function recordRequest(url: string, init: object): object {
  return { ...init, url };
}
