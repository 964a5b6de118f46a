import { createFinalURL, createQuerySerializer, defaultPathSerializer } from "openapi-fetch";
import type { ErrorCode } from "../../generated/catalog.ts";
import { type CallEnd, type History, localFailure, makeError } from "./call.ts";
import { createMask } from "./mask.ts";
import { demand, demandId, type RequestOptions } from "./options.ts";
import { type Result, toResult } from "./result.ts";
import { parametersOf, type Route } from "./route.ts";
import { readRequestOptions, type Setup } from "./setup.ts";

/** What goes into a request beside its options. */
export interface Args {
  path: Record<string, unknown>;
  query?: unknown;
  body?: unknown;
}

/** Makes one call of an operation. Never throws. */
export type Caller = <T, C extends ErrorCode>(
  route: Route,
  args: Args,
  options?: RequestOptions,
) => Promise<Result<T, C>>;

/** Calls with what openapi-fetch makes of paths and queries; the transport does the rest. */
export function createCaller(setup: Setup): Caller {
  const { api, baseUrl, transport } = setup;
  const querySerializer = createQuerySerializer(api.querySerializer);
  return async (route, { path, query, body }, options = {}) => {
    let end: CallEnd;
    try {
      const { headers, ...rest } = readRequestOptions(options, setup);
      checkPath(route, path);
      const params = { path, query: query as Record<string, unknown> };
      const serializers = { pathSerializer: defaultPathSerializer, querySerializer };
      const url = createFinalURL(route.path, { baseUrl, params, ...serializers });
      const text = JSON.stringify(body);
      demand(body === undefined || text, "body", "of a form that JSON has");
      if (text) headers["content-type"] ??= "application/json";
      end = await transport({ ...rest, route, url, headers, body: text });
    } catch (error) {
      end = failLocally(setup, error, [query, body, options?.headers]);
    }
    return toResult(end, route.list);
  };
}

/** @throws TypeError */
export function checkPath(route: Route, path: Record<string, unknown>): void {
  for (const name of parametersOf(route.path)) demandId(name, path[name]);
}

/**
 * How a call ends when the caller's side failed outside of the transport.
 * @param sent what the caller gave: none of it may get into the error.
 * @param after how the call itself had ended, if it came to that.
 */
export function failLocally({ api }: Setup, error: unknown, sent: unknown[], after?: CallEnd) {
  const history: History = { attempts: [], outcome: after ? "unknown" : "not_sent" };
  if (after) Object.assign(history, after.ok ? { attempts: after.attempts } : pastOf(after.error));
  const failure = localFailure(error, createMask([], sent, api.keyPrefixes));
  return { ok: false as const, error: makeError(api.CStarError, failure, history) };
}

function pastOf({ attempts, outcome }: History): History {
  return { attempts, outcome };
}
