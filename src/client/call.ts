import type {
  AnyErrorCode,
  Attempt,
  CallOutcome,
  Catalog,
  CStarErrorConstructor,
  CStarErrorFor,
  CStarErrorInit,
} from "../errors/index.ts";
import type { Budget } from "./budget.ts";
import { copyCause } from "./cause.ts";
import type { Mask } from "./mask.ts";
import type { CallOptions, Loose, TransportOptions } from "./options.ts";
import type { Answer } from "./read-answer.ts";
import type { Failure } from "./read-failure.ts";
import type { Route } from "./route.ts";
import type { Runtime } from "./runtime.ts";
import type { Limit } from "./within.ts";

/** What a transport is made for: the API as the contract has it, and the caller's options. */
export interface TransportConfig extends Loose<Pick<TransportOptions, "fetch" | "onAttempt">> {
  apiKey: TransportOptions["apiKey"];
  catalog: Catalog;
  keyPrefixes: readonly string[];
  CStarError: CStarErrorConstructor;
}

/** A request as it goes out: the URL is final and the body is text already. */
export interface Outgoing {
  url: string;
  /** With names in lower case. */
  headers: Record<string, string>;
  body?: string | undefined;
}

/** One call of the API, however many attempts it takes. */
export interface Call extends Outgoing {
  route: Route;
  options: CallOptions;
  /** Beats the transport's. */
  fetch?: typeof fetch | undefined;
}

/** How a call ended. */
export type CallEnd =
  | { ok: true; answer: Answer; attempts: Attempt[] }
  | { ok: false; error: CStarErrorFor<AnyErrorCode>; answer?: Answer | undefined };

/** What a call remembers from attempt to attempt, as its error tells it. */
export type History = { attempts: Attempt[]; outcome: CallOutcome } & Pick<CStarErrorInit, "idempotencyKey">;

/** A call under way. */
export interface Running {
  config: TransportConfig;
  runtime: Runtime;
  budget: Budget;
  call: Call;
  /** Every key that was used: a key function may give another one each time. */
  keys: Set<string>;
  mask: Mask;
  history: History;
  /** When the call's deadline is, in ms since 1970. */
  ends: number;
}

/** What is left of the call's deadline, in ms. */
export function leftOf({ ends, runtime }: Running): number {
  return Math.max(0, ends - runtime.now());
}

/** For something that may take `most` ms, if the call's deadline allows it. */
export function limitOf(running: Running, most: number): Limit {
  const { call, runtime } = running;
  return { ms: Math.min(most, leftOf(running)), signal: call.options.signal, runtime };
}

/** What a call that fails needs to end. */
export interface Ending {
  config: Pick<TransportConfig, "CStarError">;
  history: History;
}

type FailedEnd = Extract<CallEnd, { ok: false }>;

/** The one place where the error of a call is made. */
export function endInFailure({ config, history }: Ending, failure: Failure): FailedEnd {
  const Make = config.CStarError as new (
    code: AnyErrorCode,
    init: CStarErrorInit,
  ) => CStarErrorFor<AnyErrorCode>;
  return { ok: false, error: new Make(failure.code, { ...failure, ...history }) };
}

/** How a call ends whose request could not be made, by what was thrown meanwhile. */
export function endLocally(ending: Ending & { mask: Mask }, thrown: unknown): FailedEnd {
  const cause = copyCause(thrown, ending.mask);
  const rawMessage = `The request could not be made: ${cause.message}`;
  return endInFailure(ending, { code: "local_error", rawMessage, cause });
}
