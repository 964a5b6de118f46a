import type { EnvelopeNames } from "../errors/index.ts";
import { isApiKey } from "./api-key.ts";
import { demand } from "./demand.ts";
import { type CallOptions, defaults, readOptions, type TransportOptions } from "./options.ts";
import type { TransportConfig } from "./running.ts";
import type { Runtime } from "./runtime.ts";
import { createTransport, type Transport } from "./transport.ts";

/** What the contract says of an API as a whole. */
export interface Api extends Pick<TransportConfig, "catalog" | "keyPrefixes" | "CStarError"> {
  baseUrl: string;
  /** What the parts of a body are called. */
  envelope: EnvelopeNames;
  /** Whether each item of a list in a query is a parameter of its own; else commas join them. */
  explodeLists: boolean;
}

/** The caller's options, checked and copied, and the transport that they ask for. */
export interface Setup {
  api: Api;
  transport: Transport;
  /** Without a slash at its end. */
  baseUrl: string;
  /** What every call goes by that does not say otherwise. */
  options: CallOptions;
}

/**
 * Checks the options of a client.
 * @throws TypeError naming the wrong option, and never its value.
 */
export function setUp(api: Api, given: TransportOptions, runtime: Runtime): Setup {
  demand(given, "options", "an object");
  const { apiKey, baseUrl = api.baseUrl, fetch, onAttempt } = given;
  const isKey = typeof apiKey === "function" || isApiKey(apiKey, api.keyPrefixes);
  demand(isKey, "apiKey", `${api.keyPrefixes.join(" or ")} and then no spaces`);
  demand(isBaseUrl(baseUrl), "baseUrl", "an http(s) URL without user, query and fragment");
  demand(fetch === undefined || typeof fetch === "function", "fetch", "a function");
  demand(onAttempt === undefined || typeof onAttempt === "function", "onAttempt", "a function");
  const options = readOptions(given, defaults);
  demand(
    !("idempotency-key" in options.headers),
    "headers",
    "without Idempotency-Key, which is for one call",
  );
  const transport = createTransport({ ...api, apiKey, fetch, onAttempt }, runtime);
  return { api, transport, baseUrl: baseUrl.replace(/\/$/, ""), options };
}

function isBaseUrl(text: unknown): boolean {
  return typeof text === "string" && /^https?:\/\/[^?#@]+$/i.test(text) && URL.canParse(text);
}
