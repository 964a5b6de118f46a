import type { Attempt } from "../errors/index.ts";

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

export const defaultLimits: Required<Limits> = {
  maxRetries: 2,
  attemptTimeout: 30_000,
  deadline: 120_000,
};

/**
 * The limits of `options` over those of `base`.
 * @throws TypeError when one is not a number that makes sense.
 */
export function readLimits(options: Loose<Limits>, base: Required<Limits>): Required<Limits> {
  const {
    maxRetries = base.maxRetries,
    attemptTimeout = base.attemptTimeout,
    deadline = base.deadline,
  } = options;
  demand(Number.isInteger(maxRetries) && maxRetries >= 0, "maxRetries", "a whole number from 0");
  demand(attemptTimeout > 0, "attemptTimeout", milliseconds);
  demand(deadline > 0, "deadline", milliseconds);
  return { maxRetries, attemptTimeout, deadline };
}

const milliseconds = "milliseconds above 0";

/** @throws TypeError saying what `name` must be; it never quotes what the caller gave, which may be a secret. */
export function demand(right: unknown, name: string, must: string): asserts right {
  if (!right) throw new TypeError(`${name} must be ${must}`);
}

/**
 * URLs swallow `.` and `..`: such an id, or an empty one, would be a request to another resource.
 * @throws TypeError
 */
export function demandId(name: string, id: unknown): asserts id is string {
  demand(typeof id === "string" && !/^\.{0,2}$/.test(id), name, 'a text other than "", "." and ".."');
}
