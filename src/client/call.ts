import type { AnyErrorCode, Attempt, CallOutcome, CStarErrorFor } from "../errors/index.ts";
import type { CallOptions } from "./options.ts";
import type { Outgoing } from "./outgoing.ts";
import type { Answer } from "./read-answer.ts";
import type { Route } from "./route.ts";

/** One call of the API, however many attempts it takes. */
export interface Call extends Outgoing {
  route: Route;
  options: CallOptions;
  history: History;
  /** Beats the client's. */
  fetch?: typeof fetch | undefined;
}

/** What has happened in a call so far, whoever ends it. */
export interface History {
  attempts: Attempt[];
  outcome: CallOutcome;
  /** Of a write. */
  idempotencyKey?: string;
  /** The keys that were used: a key function may give another one each time. Nothing of them gets into an error. */
  keys: Set<string>;
}

export function newHistory(): History {
  return { attempts: [], outcome: "not_sent", keys: new Set() };
}

/** How a call ended. */
export type CallEnd = { ok: true; answer: Answer; attempts: Attempt[] } | FailedEnd;

export interface FailedEnd {
  ok: false;
  error: CStarErrorFor<AnyErrorCode>;
  answer?: Answer | undefined;
}
