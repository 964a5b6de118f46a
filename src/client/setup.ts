import type { QuerySerializerOptions } from "openapi-fetch";
import { isApiKey } from "./api-key.ts";
import type { TransportConfig } from "./call.ts";
import { defaultLimits, demand, type Limits, readLimits, type TransportOptions } from "./options.ts";
import type { Runtime } from "./runtime.ts";
import { createTransport, type Transport } from "./transport.ts";

/** What the contract says of an API as a whole. */
export interface Api extends Pick<TransportConfig, "catalog" | "keyPrefixes" | "CStarError"> {
  baseUrl: string;
  querySerializer: QuerySerializerOptions;
}

/** The caller's options, checked and copied, and the transport that they ask for. */
export interface Setup {
  api: Api;
  transport: Transport;
  baseUrl: string;
  /** With names in lower case. */
  headers: Record<string, string>;
  limits: Required<Limits>;
}

/**
 * Checks the options of a client.
 * @throws TypeError naming the wrong option, and never its value.
 */
export function setUp(api: Api, options: TransportOptions, runtime: Runtime): Setup {
  demand(typeof options === "object" && options !== null, "The client needs an object of options");
  const { apiKey, baseUrl = api.baseUrl, fetch, onAttempt } = options;
  demand(
    typeof apiKey === "function" || isApiKey(apiKey, api.keyPrefixes),
    `apiKey must begin with one of ${api.keyPrefixes.join(", ")} and have no spaces or line breaks`,
  );
  demand(isBaseUrl(baseUrl), "baseUrl must be an http or https URL without user, query and fragment");
  demand(fetch === undefined || typeof fetch === "function", "fetch must be a function");
  demand(onAttempt === undefined || typeof onAttempt === "function", "onAttempt must be a function");
  const limits = readLimits(options, defaultLimits);
  const headers = readHeaders(options.headers);
  demand(!("authorization" in headers), "headers must not have Authorization: that is what apiKey is for");
  demand(!("idempotency-key" in headers), "headers must not have Idempotency-Key: each call needs its own");
  const config: TransportConfig = { ...api, apiKey };
  if (fetch) config.fetch = fetch;
  if (onAttempt) config.onAttempt = onAttempt;
  return { api, transport: createTransport(config, runtime), baseUrl, headers, limits };
}

/** @throws TypeError: the one of `Headers` would quote the value. */
export function readHeaders(headers: HeadersInit | undefined): Record<string, string> {
  try {
    return Object.fromEntries(new Headers(headers));
  } catch {
    throw new TypeError("headers must be an object of valid header names and values");
  }
}

function isBaseUrl(text: unknown): boolean {
  if (typeof text !== "string" || !URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  return /^https?:$/.test(protocol) && username + password === "" && !/[?#]/.test(text);
}
