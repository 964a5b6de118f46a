import type { AnyErrorCode, Attempt, CallOutcome, CStarErrorFor } from "../errors/index.ts";
import type { ClientContext, FetchFunction, ResolvedOptions } from "./options.ts";
import type { Redactor } from "./redact.ts";
import type { BufferedResponse } from "./response.ts";
import type { Runtime } from "./runtime.ts";
import type { TimeLimit } from "./timeout.ts";

/** What the client has to know about an operation. */
export interface Route<Code extends string = string> {
  /** What its method is called on the client, such as `things.parts.list`. */
  operation?: string;
  /** In capitals. */
  method: string;
  /** Path template, such as `/things/{thingId}`. */
  path: string;
  /** The error codes that the operation declares. */
  codes: readonly Code[];
  /** What its method takes after the ids in the path. */
  body?: boolean;
  /** Media type of the body, where it is not plain JSON. */
  mediaType?: string;
  query?: boolean;
  /** Whether its success is a page of a list. */
  list?: boolean;
  /** Index of the method's argument that is the query, where the query names the page: such a list can be paginated. */
  pages?: number;
  /** The most items that the contract allows on a page. */
  largestPage?: number;
}

/** A request ready to be sent: its URL is final and its body is text. */
export interface PreparedRequest {
  url: string;
  /** With names in lower case. */
  headers: Record<string, string>;
  body?: string | undefined;
}

/** One call of the API, however many attempts it takes. */
export interface Call extends PreparedRequest {
  options: ResolvedOptions;
  state: CallState;
  /** Takes precedence over the client's. */
  fetch?: FetchFunction | undefined;
}

/** What has happened in a call so far, whatever ends it. */
export interface CallState {
  route: Route;
  attempts: Attempt[];
  outcome: CallOutcome;
  /** Of a write. */
  idempotencyKey?: string;
  /** The keys that were used: a key function may return another one each time. None of them gets into an error. */
  keys: Set<string>;
}

export function createCallState(route: Route): CallState {
  return { route, attempts: [], outcome: "not_sent", keys: new Set() };
}

/** A call in progress. */
export interface CallContext {
  client: ClientContext;
  call: Call;
  redactor: Redactor;
  /** The time left until the call's deadline, in ms. */
  remaining: () => number;
}

/** How a call ended. */
export type CallResult = { ok: true; response: BufferedResponse; attempts: Attempt[] } | FailedCall;

export interface FailedCall {
  ok: false;
  error: CStarErrorFor<AnyErrorCode>;
  response?: BufferedResponse | undefined;
}

/** Counts `ms` down, also when the clock is set back, and when the machine has slept. */
export function startCountdown({ now, monotonic }: Runtime, ms: number): () => number {
  const end = now() + ms;
  const monotonicEnd = monotonic() + ms;
  return () => Math.max(0, Math.min(end - now(), monotonicEnd - monotonic()));
}

/** The limit of a step that may take `most` ms, if the call's deadline allows it. */
export function timeLimit({ call, client, remaining }: CallContext, most: number): TimeLimit {
  return { ms: Math.min(most, remaining()), signal: call.options.signal, runtime: client.runtime };
}
