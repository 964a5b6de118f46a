import type { Attempt } from "../errors/index.ts";
import { demand } from "./demand.ts";

/** What one call may do, and for how long. */
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

/** Options of one call; they beat the client's. */
export interface RequestOptions extends Limits {
  signal?: AbortSignal;
  /** For POST and PATCH; without one the client makes a key for each call. */
  idempotencyKey?: string;
  /** Sent beside the client's; never `Authorization`. */
  headers?: Record<string, string>;
}

/** Options as programs without types pass them. */
export type Loose<T> = { [Name in keyof T]: T[Name] | undefined };

/** Options as a call goes by them: checked, and a copy. */
export interface CallOptions extends Required<Limits> {
  /** With names in lower case. */
  headers: Record<string, string>;
  signal?: AbortSignal | undefined;
  idempotencyKey?: string | undefined;
}

export const defaults: CallOptions = {
  maxRetries: 2,
  attemptTimeout: 30_000,
  deadline: 120_000,
  headers: {},
};

/**
 * Checks and copies options. Those that are not given are the ones of `base`.
 * @throws TypeError naming the wrong option, and never its value.
 */
export function readOptions(given: Loose<RequestOptions>, base: CallOptions): CallOptions {
  const { maxRetries = base.maxRetries, attemptTimeout = base.attemptTimeout } = given;
  const { deadline = base.deadline, signal, idempotencyKey } = given;
  demand(Number.isInteger(maxRetries) && maxRetries >= 0, "maxRetries", "a whole number from 0");
  demand(attemptTimeout > 0, "attemptTimeout", milliseconds);
  demand(deadline > 0, "deadline", milliseconds);
  demand(signal == null || typeof signal.addEventListener === "function", "signal", "an AbortSignal");
  const sendable = idempotencyKey === undefined || /^[!-~]+$/.test(idempotencyKey);
  demand(sendable, "idempotencyKey", "visible ASCII without spaces");
  const headers = { ...base.headers, ...(given.headers && readHeaders(given.headers)) };
  return { maxRetries, attemptTimeout, deadline, signal, idempotencyKey, headers };
}

const milliseconds = "milliseconds above 0";

/** @throws TypeError: the one of `Headers` would quote the value. */
export function readHeaders(given: HeadersInit): Record<string, string> {
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
