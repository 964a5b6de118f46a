import type { QuerySerializerOptions } from "openapi-fetch";
import { isApiKey } from "./api-key.ts";
import type { TransportConfig } from "./call.ts";
import {
  defaultLimits,
  demand,
  type Limits,
  type Loose,
  type RequestOptions,
  readLimits,
  type TransportOptions,
} from "./options.ts";
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
  /** Without a slash at its end. */
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
  demand(options, "options", "an object");
  const { apiKey, baseUrl = api.baseUrl, fetch, onAttempt } = options;
  const prefixes = api.keyPrefixes.join(" or ");
  const isKey = typeof apiKey === "function" || isApiKey(apiKey, api.keyPrefixes);
  demand(isKey, "apiKey", `${prefixes} and then no spaces`);
  demand(isBaseUrl(baseUrl), "baseUrl", "an http(s) URL without user, query and fragment");
  demand(fetch === undefined || typeof fetch === "function", "fetch", "a function");
  demand(onAttempt === undefined || typeof onAttempt === "function", "onAttempt", "a function");
  const headers = readHeaders(options.headers);
  demand(!("idempotency-key" in headers), "headers", "without Idempotency-Key, which is for one call");
  return {
    api,
    transport: createTransport({ ...api, apiKey, fetch, onAttempt }, runtime),
    baseUrl: baseUrl.replace(/\/$/, ""),
    headers,
    limits: readLimits(options, defaultLimits),
  };
}

/**
 * Checks and copies the options of a call.
 * @throws TypeError naming the wrong option, and never its value.
 */
export function readRequestOptions(options: Loose<RequestOptions>, setup: Setup) {
  const { signal, idempotencyKey } = options;
  demand(signal == null || typeof signal.addEventListener === "function", "signal", "an AbortSignal");
  const sendable = idempotencyKey === undefined || /^[!-~]+$/.test(idempotencyKey);
  demand(sendable, "idempotencyKey", "visible ASCII without spaces");
  const headers = { ...setup.headers, ...(options.headers && readHeaders(options.headers)) };
  return { ...readLimits(options, setup.limits), signal: signal ?? undefined, headers, idempotencyKey };
}

/** @throws TypeError: the one of `Headers` would quote the value. */
export function readHeaders(given: HeadersInit | undefined): Record<string, string> {
  let headers: Record<string, string> | undefined;
  try {
    headers = Object.fromEntries(new Headers(given));
  } catch {
    // Told below, without the value.
  }
  demand(headers, "headers", "an object of valid header names and values");
  demand(!("authorization" in headers), "headers", "without Authorization, which apiKey is for");
  return headers;
}

function isBaseUrl(text: unknown): boolean {
  return typeof text === "string" && /^https?:\/\/[^?#@]+$/i.test(text) && URL.canParse(text);
}
