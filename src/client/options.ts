import type { AnyErrorConstructor, Attempt, Catalog, EnvelopeNames } from "../errors/index.ts";
import { createRetryBudget, type RetryBudget } from "./retry.ts";
import type { Runtime } from "./runtime.ts";

/** How often and for how long a call may try. */
export interface Limits {
  /** Further attempts after the first. Default 2. */
  maxRetries?: number;
  /** For one attempt, from connecting to the end of the body, in ms. Default 30,000. */
  attemptTimeout?: number;
  /** For all attempts and the waits between them, in ms. Default 120,000. */
  deadline?: number;
}

/** Options of every client, whatever its API. */
export interface TransportOptions extends Limits {
  /** The key, or a function that is asked for it before every attempt. */
  apiKey: string | (() => string | Promise<string>);
  /** Where the API lives. Default: the server that the contract names. */
  baseUrl?: string;
  /** Default: the global `fetch`. */
  fetch?: typeof fetch;
  /** Sees each attempt as it ends. If it throws, the call fails as `local_error`. */
  onAttempt?: (attempt: Attempt) => void;
  /** Sent with every request; neither `Authorization` nor `Idempotency-Key`. */
  headers?: Record<string, string>;
}

/** Options of one call; they take precedence over the client's. */
export interface RequestOptions extends Limits {
  signal?: AbortSignal;
  /** For POST and PATCH; without one the client makes a key for each call. */
  idempotencyKey?: string;
  /** Sent along with the client's; never `Authorization`. */
  headers?: Record<string, string>;
}

/** Options as programs without types pass them. */
export type Loose<T> = { [Name in keyof T]: T[Name] | undefined };

/** The options of a call: checked, completed and copied. */
export interface ResolvedOptions extends Required<Limits> {
  /** With names in lower case. */
  headers: Record<string, string>;
  signal?: AbortSignal | undefined;
  idempotencyKey?: string | undefined;
}

export const defaults: ResolvedOptions = {
  maxRetries: 2,
  attemptTimeout: 30_000,
  deadline: 120_000,
  headers: {},
};

/** What the contract says about an API as a whole. */
export interface Api {
  catalog: Catalog;
  keyPrefixes: readonly string[];
  CStarError: AnyErrorConstructor;
  baseUrl: string;
  /** What the parts of a body are called in JSON. */
  envelope: EnvelopeNames;
  /** The query parameter that takes the number of a page, and the field of a page that says whether another follows. */
  pagination: { parameter: string; more: string };
  /** Whether each item of a list in a query is a parameter of its own; else commas join them. */
  explodeLists: boolean;
}

/** What all calls of a client share: the caller's options, checked and copied, and the retry budget. */
export interface ClientContext extends Loose<Pick<TransportOptions, "fetch" | "onAttempt">> {
  api: Api;
  runtime: Runtime;
  budget: RetryBudget;
  apiKey: TransportOptions["apiKey"];
  /** Without a slash at its end. */
  baseUrl: string;
  /** Defaults for every call. */
  options: ResolvedOptions;
}

/**
 * Checks the options of a client.
 * @throws TypeError naming the wrong option, and never its value.
 */
export function resolveOptions(api: Api, given: TransportOptions, runtime: Runtime): ClientContext {
  assertOption(given, "options", "an object");
  const { apiKey, baseUrl = api.baseUrl, fetch, onAttempt } = given;
  const isKey = typeof apiKey === "function" || isApiKey(apiKey, api.keyPrefixes);
  assertOption(isKey, "apiKey", `${api.keyPrefixes.join(" or ")} and then no spaces`);
  assertOption(isBaseUrl(baseUrl), "baseUrl", "an http(s) URL without user, query and fragment");
  assertOption(fetch === undefined || typeof fetch === "function", "fetch", "a function");
  assertOption(onAttempt === undefined || typeof onAttempt === "function", "onAttempt", "a function");
  const options = resolveRequestOptions(given, defaults);
  assertOption(
    !("idempotency-key" in options.headers),
    "headers",
    "without Idempotency-Key, which is for one call",
  );
  const budget = createRetryBudget();
  return { api, runtime, budget, apiKey, fetch, onAttempt, baseUrl: baseUrl.replace(/\/$/, ""), options };
}

/**
 * Checks and copies the options of a call; `base` supplies those that are not given.
 * @throws TypeError naming the wrong option, and never its value.
 */
export function resolveRequestOptions(given: Loose<RequestOptions>, base: ResolvedOptions): ResolvedOptions {
  const { maxRetries = base.maxRetries, attemptTimeout = base.attemptTimeout } = given;
  const { deadline = base.deadline, signal, idempotencyKey } = given;
  assertOption(Number.isInteger(maxRetries) && maxRetries >= 0, "maxRetries", "a whole number from 0");
  assertOption(attemptTimeout > 0, "attemptTimeout", "milliseconds above 0");
  assertOption(deadline > 0, "deadline", "milliseconds above 0");
  assertOption(signal == null || typeof signal.addEventListener === "function", "signal", "an AbortSignal");
  const isKey = idempotencyKey === undefined || /^[!-~]+$/.test(idempotencyKey);
  assertOption(isKey, "idempotencyKey", "visible ASCII without spaces");
  const headers = { ...base.headers, ...(given.headers && normalizeHeaders(given.headers)) };
  return { maxRetries, attemptTimeout, deadline, signal, idempotencyKey, headers };
}

/**
 * Copies headers, with names in lower case.
 * @throws TypeError without a value: the one of `Headers` would quote it.
 */
export function normalizeHeaders(given: HeadersInit): Record<string, string> {
  let headers: Record<string, string> | undefined;
  try {
    headers = Object.fromEntries(new Headers(given));
  } catch {
    // Reported below, without the value.
  }
  assertOption(headers, "headers", "an object of valid header names and values");
  assertOption(!("authorization" in headers), "headers", "without Authorization, which apiKey is for");
  return headers;
}

/** Whether `key` can be a key: one of the known prefixes, followed by what may stand in a header (RFC 9110 §5.5). */
export function isApiKey(key: unknown, prefixes: readonly string[]): key is string {
  if (typeof key !== "string") return false;
  return prefixes.some((prefix) => key.startsWith(prefix) && /^[!-~]+$/.test(key.slice(prefix.length)));
}

function isBaseUrl(text: unknown): boolean {
  return typeof text === "string" && /^https?:\/\/[^?#@]+$/i.test(text) && URL.canParse(text);
}

/** Whether `value` is an object, and no array. */
export function isObject(value: unknown): boolean {
  return Object(value) === value && !Array.isArray(value);
}

/** @throws TypeError saying what `name` must be; it never quotes what the caller passed, which may be a secret. */
export function assertOption(condition: unknown, name: string, must: string): asserts condition {
  if (!condition) throw new TypeError(`${name} must be ${must}`);
}
