import type { ApiErrors, ErrorCatalog, ErrorCode, ErrorType, Meta } from "../../generated/catalog.ts";
import type { ClientErrorCode } from "./client-codes.ts";

/** A code of the API or of the client. */
export type AnyErrorCode = ErrorCode | ClientErrorCode;

/** The error object that the API sends for a code. */
export type ApiError<C extends ErrorCode = ErrorCode> = ApiErrors[C];

/** The whole body that the API sends for a code. */
export type ErrorEnvelope<C extends ErrorCode = ErrorCode> = C extends unknown
  ? { success: false; error: ApiErrors[C]; meta: Meta }
  : never;

/** What the `X-RateLimit-…` headers say; what was absent or malformed is left out. */
export interface RateLimit {
  /** Requests allowed in a window. */
  limit?: number;
  /** Requests left in this window. */
  remaining?: number;
  /** When the window ends. */
  reset?: Date;
  /** Length of the window, in seconds. */
  window?: number;
}

/** One request that was sent, or was about to be. */
export interface Attempt {
  /** From 1. */
  number: number;
  /** The method of the client, such as `things.parts.list`. */
  operation?: string;
  method: string;
  /** The path template, without values. */
  path: string;
  status?: number;
  /** Absent when the attempt succeeded. */
  code?: AnyErrorCode;
  /** The platform's code of a failed connection, such as `ECONNREFUSED`. */
  networkCode?: string;
  requestId?: string;
  durationMs: number;
  /** The wait before it. */
  delayMs: number;
}

/** Why no further attempt was made although the rule allowed one. */
export type StopReason = "attempts" | "budget" | "deadline";

/** Whether the API may have acted: the request never left, was refused by each response (4xx), or nobody can know. */
export type CallOutcome = "not_sent" | "rejected" | "unknown";

interface CStarErrorBase extends Error {
  readonly name: "CStarError";
  /** HTTP status of the last response. */
  readonly status?: number;
  /** The page about the code: what causes it and how to fix it. */
  readonly docUrl?: string;
  /** Name it when you contact support. */
  readonly requestId?: string;
  /** The API's own word, where this version does not know it or the body is not a proper error. */
  readonly rawCode?: string;
  /**
   * The API's own sentence, in which nothing but keys is hidden: for a form. It is not enumerable, and not in the JSON,
   * because it may repeat what was sent; `message` is for logs.
   */
  readonly rawMessage: string;
  /** The platform's code of a failed connection, such as `ECONNREFUSED`; of several, all of them. */
  readonly networkCode?: string;
  /** The method of the client that was called, such as `things.parts.list`. */
  readonly operation?: string;
  readonly method?: string;
  /** The path template, without values. */
  readonly path?: string;
  readonly contentType?: string;
  /** Beginning of a body that is not the API's, at most 256 characters, secrets masked. */
  readonly excerpt?: string;
  /** Whether the rule allows another try later. */
  readonly retryable: boolean;
  /**
   * Why no further attempt was made although the rule allowed one: `attempts` are used up, the retry `budget` of the
   * client is empty, or the wait does not fit into the `deadline`. Absent when the rule allows none.
   */
  readonly stopped?: StopReason;
  /** Seconds to wait, as the last response asked for. */
  readonly retryAfter?: number;
  /** When the last response asked to be called again: put the job back with this time. */
  readonly retryAt?: Date;
  readonly rateLimit?: RateLimit;
  /** Every request of the call, the failed one last; empty when none was made. */
  readonly attempts: Attempt[];
  /**
   * Whether the API may have acted: `not_sent`, no request left; `rejected`, every response was a refusal (4xx);
   * `unknown`, it may have. An unknown write can be sent again with `idempotencyKey`.
   */
  readonly outcome: CallOutcome;
  /** Of a write: send it again with this key, and it cannot happen twice. */
  readonly idempotencyKey?: string;
  toJSON(): CStarErrorJson;
}

type TypeOf<C extends AnyErrorCode> = C extends ErrorCode
  ? ErrorCatalog[C]["type"]
  : C extends "unrecognized_code"
    ? ErrorType | "client_error"
    : "client_error";

type ParamOf<C extends AnyErrorCode> = C extends ErrorCode
  ? { required: string; optional: string | undefined; never: undefined }[ErrorCatalog[C]["param"]]
  : C extends "unrecognized_code"
    ? string | undefined
    : undefined;

/** An error of one code. */
export interface CStarErrorOf<C extends AnyErrorCode> extends CStarErrorBase {
  readonly code: C;
  /** The group of the code; `client_error` for the client's own codes. */
  readonly type: TypeOf<C>;
  /** The parameter that caused the error. */
  readonly param: ParamOf<C>;
}

/** One error type per code, so that a `switch` on `code` narrows the rest away and ends in `never`. */
export type CStarErrorFor<C extends AnyErrorCode> = C extends unknown ? CStarErrorOf<C> : never;

/** Everything about an error that is not its code. */
export interface CStarErrorInit {
  /** Only `unrecognized_code` takes it; all others have the contract's. */
  type?: string | undefined;
  rawMessage?: string | undefined;
  /** What stands in `message`, where that must not be `rawMessage`. */
  logMessage?: string | undefined;
  networkCode?: string | undefined;
  operation?: string | undefined;
  method?: string | undefined;
  path?: string | undefined;
  status?: number | undefined;
  param?: string | undefined;
  docUrl?: string | undefined;
  requestId?: string | undefined;
  rawCode?: string | undefined;
  contentType?: string | undefined;
  excerpt?: string | undefined;
  retryable?: boolean | undefined;
  stopped?: StopReason | undefined;
  retryAfter?: number | undefined;
  retryAt?: Date | undefined;
  rateLimit?: RateLimit | undefined;
  attempts?: Attempt[] | undefined;
  outcome?: CallOutcome | undefined;
  idempotencyKey?: string | undefined;
  cause?: unknown;
}

type InitOf<C extends AnyErrorCode> = C extends ErrorCode
  ? ErrorCatalog[C]["param"] extends "required"
    ? [init: CStarErrorInit & { param: string }]
    : [init?: CStarErrorInit]
  : [init?: CStarErrorInit];

/** An error as plain JSON: dates are ISO strings, `cause` and `stack` are not in it. */
export interface CStarErrorJson
  extends Omit<CStarErrorInit, "retryAt" | "rateLimit" | "cause" | "rawMessage" | "logMessage" | "attempts"> {
  name: "CStarError";
  message: string;
  code: AnyErrorCode;
  type: string;
  retryable: boolean;
  retryAt?: string;
  rateLimit?: Omit<RateLimit, "reset"> & { reset?: string };
  attempts: Attempt[];
  outcome: CallOutcome;
}

/** The error class as the client uses it, which knows a code only when it meets it. */
export type AnyErrorConstructor = new (
  code: AnyErrorCode,
  init?: CStarErrorInit,
) => CStarErrorFor<AnyErrorCode>;

export interface CStarErrorConstructor {
  /** Makes an error; what `init` leaves open comes from the contract. `param` is demanded where the contract does. */
  new <C extends AnyErrorCode>(code: C, ...init: InitOf<C>): CStarErrorFor<C>;
  /**
   * Makes an error from what `toJSON` gave.
   * @throws TypeError for anything else.
   */
  fromJSON(value: unknown): CStarErrorFor<AnyErrorCode>;
  readonly prototype: CStarErrorFor<AnyErrorCode>;
}
