import type { AnyErrorCode, Attempt, CallOutcome, CStarErrorFor } from "../errors/index.ts";
import type { FetchFunction } from "./fetch-function.ts";
import type { ClientContext, ResolvedOptions } from "./options.ts";
import type { Redactor } from "./redact.ts";
import type { PreparedRequest, Route } from "./request.ts";
import type { BufferedResponse, FailureDetails } from "./response.ts";
import type { Runtime } from "./runtime.ts";
import type { TimeLimit } from "./timeout.ts";

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

/** What an attempt came to. */
export interface AttemptResult {
  /** Headers and status, if they arrived, even if the body did not. */
  response?: Response | undefined;
  /** Without a failure, it is a well-formed success. */
  buffered?: BufferedResponse | undefined;
  failure?: FailureDetails | undefined;
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
