import type { AnyErrorCode, Attempt, CallOutcome, CStarErrorFor } from "../errors/index.ts";
import type { ClientContext, FetchFunction, ResolvedOptions } from "./options.ts";
import type { Redactor } from "./redact.ts";
import type { BufferedResponse } from "./response.ts";
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
  contentType?: string;
  query?: boolean;
  /** Whether its success is a page of a list. */
  list?: boolean;
  /** Index of the method's argument that is the query, where the query names the page: such a list can be paginated. */
  pages?: number;
  /** The parameter of the query that is the size of a page, with the largest value that the contract allows. */
  largestPage?: Readonly<Record<string, number>>;
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
  /** In ms since 1970. */
  deadlineAt: number;
  /** The same moment on the clock that never goes back. */
  monotonicDeadlineAt: number;
}

/** How a call ended. */
export type CallResult = { ok: true; response: BufferedResponse; attempts: Attempt[] } | FailedCall;

export interface FailedCall {
  ok: false;
  error: CStarErrorFor<AnyErrorCode>;
  response?: BufferedResponse | undefined;
}

/** Time left until the call's deadline, in ms, also when the clock is set back, and when the machine has slept. */
export function remainingMs({ deadlineAt, monotonicDeadlineAt, client: { runtime } }: CallContext): number {
  return Math.max(0, Math.min(deadlineAt - runtime.now(), monotonicDeadlineAt - runtime.monotonic()));
}

/** The limit of a step that may take `most` ms, if the call's deadline allows it. */
export function timeLimit(context: CallContext, most: number): TimeLimit {
  const { call, client } = context;
  return { ms: Math.min(most, remainingMs(context)), signal: call.options.signal, runtime: client.runtime };
}
