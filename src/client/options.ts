import type { AnyErrorConstructor, Attempt, Catalog, EnvelopeNames } from "../errors/index.ts";
import type { FetchFunction, FetchOptions } from "./fetch-function.ts";
import { createRetryBudget, type RetryBudget } from "./retry-budget.ts";
import { runtime as platform, type Runtime, runtimeOption } from "./runtime.ts";

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
  fetch?: FetchFunction;
  /** Passed on to `fetch` with every request. */
  fetchOptions?: FetchOptions;
  /** Sees each attempt as it ends. What it throws goes to `reportError` or the console and changes nothing else. */
  onAttempt?: (attempt: Attempt) => void;
  /** Sent with every request; neither `Authorization` nor `Idempotency-Key`. */
  headers?: Record<string, string | null | undefined>;
}

/** Options of one call; they take precedence over the client's. */
export interface RequestOptions extends Limits {
  signal?: AbortSignal;
  /** For POST and PATCH; without one the client makes a key for each call. */
  idempotencyKey?: string;
  /** Sent along with the client's; never `Authorization`. */
  headers?: Record<string, string | null | undefined>;
  /** Passed on to `fetch`, beside the client's. */
  fetchOptions?: FetchOptions;
}

/** Options as programs without types pass them. */
export type Loose<T> = { [Name in keyof T]: T[Name] | undefined };

/** The options of a call: checked, completed and copied. */
export interface ResolvedOptions extends Required<Limits> {
  /** With names in lower case. */
  headers: Record<string, string>;
  fetchOptions: FetchOptions;
  signal?: AbortSignal | undefined;
  idempotencyKey?: string | undefined;
}

export const defaults: ResolvedOptions = {
  maxRetries: 2,
  attemptTimeout: 30_000,
  deadline: 120_000,
  headers: {},
  fetchOptions: {},
};

/** What the contract says about an API as a whole. */
export interface Api {
  catalog: Catalog;
  keyPrefixes: readonly string[];
  CStarError: AnyErrorConstructor;
  baseUrl: string;
  /** What the parts of a body are called in JSON. */
  envelope: EnvelopeNames;
  /**
   * The query parameters that take the number of a page and of the items on it, and the field of a page that says whether
   * another follows.
   */
  pagination: { parameter: string; size?: string; more: string };
  /** Whether each item of a list in a query is a parameter of its own; else commas join them. */
  explodeLists: boolean;
  /** What the client calls itself, where no browser does it. */
  userAgent: string;
  /** Codes, enum values and names of fields: they are no secrets, even if they were sent. */
  words: () => readonly string[];
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
export function resolveOptions(
  api: Api,
  given: TransportOptions & { [runtimeOption]?: Runtime },
): ClientContext {
  assertOption(given, "options", "an object");
  const { apiKey, baseUrl = api.baseUrl, fetch, onAttempt, [runtimeOption]: runtime = platform } = given;
  if (typeof apiKey !== "function") assertApiKey("apiKey", apiKey, api.keyPrefixes);
  assertOption(isBaseUrl(baseUrl), "baseUrl", "an http(s) URL without user, query and fragment");
  assertOption(fetch === undefined || typeof fetch === "function", "fetch", "a function");
  assertOption(onAttempt === undefined || typeof onAttempt === "function", "onAttempt", "a function");
  const { userAgent = "" } = (globalThis as { navigator?: { userAgent?: string } }).navigator ?? {};
  // Browsers, and what poses as one, send their own; from another origin ours would need the server's permission.
  const headers: Record<string, string> = /^Mozilla/.test(userAgent) ? {} : { "user-agent": api.userAgent };
  const options = resolveRequestOptions(given, { ...defaults, headers });
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
  const { deadline = base.deadline, signal, idempotencyKey, fetchOptions = {} } = given;
  assertOption(Number.isInteger(maxRetries) && maxRetries >= 0, "maxRetries", "a whole number from 0");
  assertOption(attemptTimeout > 0, "attemptTimeout", "milliseconds above 0");
  assertOption(deadline > 0, "deadline", "milliseconds above 0");
  assertOption(signal == null || typeof signal.addEventListener === "function", "signal", "an AbortSignal");
  const isKey = idempotencyKey === undefined || /^[!-~]+$/.test(idempotencyKey);
  assertOption(isKey, "idempotencyKey", "visible ASCII without spaces");
  assertOption(isObject(fetchOptions), "fetchOptions", "an object");
  return {
    maxRetries,
    attemptTimeout,
    deadline,
    signal,
    idempotencyKey,
    headers: { ...base.headers, ...(given.headers && normalizeHeaders(given.headers)) },
    fetchOptions: { ...base.fetchOptions, ...fetchOptions },
  };
}

/**
 * Copies headers, with names in lower case; those that are `undefined` or `null` are left out.
 * @throws TypeError without a value: the one of `Headers` would quote it.
 */
export function normalizeHeaders(given: Headers | Record<string, unknown>): Record<string, string> {
  let headers: Record<string, string> | undefined;
  try {
    const entries = Symbol.iterator in given ? [...(given as Headers)] : Object.entries(given);
    const known = entries.filter(([, value]) => value != null) as [string, string][];
    headers = Object.fromEntries(given instanceof Headers ? known : new Headers(known));
  } catch {
    // Reported below, without the value.
  }
  assertOption(headers, "headers", "an object of valid header names and values");
  assertOption(!("authorization" in headers), "headers", "without Authorization, which apiKey is for");
  return headers;
}

/**
 * A key is one of the known prefixes, followed by what may stand in a header (RFC 9110 §5.5).
 * @throws TypeError
 */
export function assertApiKey(name: string, key: unknown, prefixes: readonly string[]): asserts key is string {
  assertFilled(name, key);
  const isKey =
    typeof key === "string" &&
    prefixes.some((prefix) => key.startsWith(prefix) && /^[!-~]+$/.test(key.slice(prefix.length)));
  assertOption(isKey, name, `${prefixes.join(" or ")} and then no spaces`);
}

/** @throws TypeError for an option that is empty, as one is that comes from an environment variable that is not set. */
export function assertFilled(name: string, value: unknown): void {
  if (value == null || value === "") {
    throw new TypeError(`${name} is empty: is its environment variable set?`);
  }
}

function isBaseUrl(text: unknown): boolean {
  try {
    return typeof text === "string" && /^https?:\/\/[^?#@]+$/i.test(text) && Boolean(new URL(text));
  } catch {
    return false;
  }
}

/** Whether `value` is an object, and no array. */
export function isObject(value: unknown): boolean {
  return Object(value) === value && !Array.isArray(value);
}

/** @throws TypeError saying what `name` must be; it never quotes what the caller passed, which may be a secret. */
export function assertOption(condition: unknown, name: string, must: string): asserts condition {
  if (!condition) throw new TypeError(`${name} must be ${must}`);
}
