import { createQuerySerializer } from "openapi-fetch";
import type { ErrorCode } from "../../generated/catalog.ts";
import { type CallEnd, endLocally, type History } from "./call.ts";
import { createMask } from "./mask.ts";
import { demand, type RequestOptions } from "./options.ts";
import { type Result, toResult } from "./result.ts";
import { fillIn, type Route } from "./route.ts";
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

/** Makes the request, its query as openapi-fetch writes it; the transport does the rest. */
export function createCaller(setup: Setup): Caller {
  const { api, baseUrl, transport } = setup;
  const toQuery = createQuerySerializer<unknown>(api.querySerializer);
  return async (route, { path, query, body }, options = {}) => {
    let end: CallEnd;
    try {
      const call = readRequestOptions(options, setup);
      const search = toQuery(query);
      const url = `${baseUrl}${fillIn(route.path, path)}${search && `?${search}`}`;
      const text = JSON.stringify(body);
      demand(body === undefined || text, "body", "of a form that JSON has");
      if (text) call.headers["content-type"] ??= "application/json";
      end = await transport({ ...call, route, url, body: text });
    } catch (error) {
      end = failLocally(setup, error, { sent: [query, body, options?.headers] });
    }
    return toResult(end, route.list);
  };
}

interface Circumstances {
  /** What the caller gave: none of it may get into the error. */
  sent: unknown[];
  /** What the call had done before, if it came to that. */
  history?: History | undefined;
}

/** How a call ends when the caller's side failed outside of the transport. */
export function failLocally({ api }: Setup, thrown: unknown, { sent, history }: Circumstances) {
  const mask = createMask([], sent, api.keyPrefixes);
  return endLocally({ config: api, mask, history: history ?? { attempts: [], outcome: "not_sent" } }, thrown);
}
