import type {
  AnyErrorCode,
  Attempt,
  CallOutcome,
  Catalog,
  CStarErrorConstructor,
  CStarErrorFor,
  StopReason,
} from "../errors/index.ts";
import type { Outgoing } from "./attempt.ts";
import type { Limits, TransportOptions } from "./options.ts";
import type { Answer, Failure, Json } from "./read-answer.ts";
import type { Route } from "./route.ts";

/** What a transport is made for: the API as the contract has it, and the caller's options. */
export interface TransportConfig extends Pick<TransportOptions, "apiKey" | "fetch" | "onAttempt"> {
  catalog: Catalog;
  keyPrefixes: readonly string[];
  CStarError: CStarErrorConstructor;
}

/** One call of the API, however many attempts it takes. */
export interface Call {
  request: Outgoing<Headers>;
  route: Route;
  limits: Required<Limits>;
  signal?: AbortSignal | undefined;
  /** Beats the one in the headers. */
  idempotencyKey?: string | undefined;
  /** Beats the transport's. */
  fetch?: typeof fetch | undefined;
}

/** How a call ended. */
export type CallEnd =
  | { ok: true; answer: Answer & { json: Json }; attempts: Attempt[] }
  | { ok: false; error: CStarErrorFor<AnyErrorCode>; answer?: Answer };

/** What a call remembers from attempt to attempt. */
export interface CallState {
  attempts: Attempt[];
  outcome: CallOutcome;
  /** Every key that was used: a key function may give another one each time. */
  keys: string[];
  idempotencyKey?: string;
}

/** The one place where the error of a call is made. */
export function endInFailure(
  make: CStarErrorConstructor,
  state: CallState,
  { code, init }: Failure,
  stopped?: StopReason,
): Extract<CallEnd, { ok: false }> {
  const { attempts, outcome, idempotencyKey } = state;
  const Make = make as new (code: AnyErrorCode, init: Failure["init"]) => CStarErrorFor<AnyErrorCode>;
  return { ok: false, error: new Make(code, { ...init, attempts, outcome, stopped, idempotencyKey }) };
}
