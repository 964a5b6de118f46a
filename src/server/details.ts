import type { ErrorCatalog, ErrorCode } from "../../generated/catalog.ts";

/** What any error may be told besides its code. */
export interface CommonDetails {
  /** A sentence for people; the contract's own text when left out or empty. Never the text of an exception. */
  message?: string | undefined;
  /** `req_` and letters and digits; a new one when left out. */
  requestId?: string | undefined;
  /** When the response is made; now when left out. */
  timestamp?: Date | undefined;
}

type ParamDetail<Rule> = Rule extends "required"
  ? { param: string }
  : Rule extends "optional"
    ? { param?: string | undefined }
    : { param?: undefined };

/** `retryAfter` is in seconds, or the time from which the caller may try again. */
type RetryDetail<Rule> = Rule extends "after" ? { retryAfter: number | Date } : { retryAfter?: undefined };

type OwnDetails<C extends ErrorCode, WithRetry> = ParamDetail<ErrorCatalog[C]["param"]> &
  (WithRetry extends true ? RetryDetail<ErrorCatalog[C]["retry"]> : unknown);

/** A code out of several must come with what all of them demand: the intersection of their details. */
type AllDetails<C extends ErrorCode, WithRetry> = (
  C extends unknown
    ? (details: OwnDetails<C, WithRetry>) => void
    : never
) extends (details: infer Details) => void
  ? Details
  : never;

/** Whether `C` is one of the declared codes, or a few of them; every code at once has no details that fit it. */
type IsDeclared<C, Declared extends ErrorCode> = [C] extends [Declared]
  ? ErrorCode extends C
    ? false
    : true
  : false;

/**
 * The arguments that follow a code. They may be left out when nothing in them is demanded, and when the code is wrong,
 * so that the compiler speaks of the code and not of its details.
 */
type After<C, Declared extends ErrorCode, WithRetry, Common> =
  IsDeclared<C, Declared> extends true
    ? Common & AllDetails<C & ErrorCode, WithRetry> extends infer Details
      ? Record<never, never> extends Details
        ? [details?: Details]
        : [details: Details]
      : never
    : [details?: AnyDetails];

/** The arguments of `errorEnvelope` after the code. */
export type EnvelopeDetails<C> = After<C, ErrorCode, false, CommonDetails>;

/** The arguments of `fail` after the code. */
export type FailDetails<C, Declared extends ErrorCode> = After<
  C,
  Declared,
  true,
  { message?: string | undefined; cause?: unknown }
>;

/** The arguments of `errorResponse` after the code. */
export type ResponseDetails<C> = After<
  C,
  ErrorCode,
  true,
  CommonDetails & { headers?: HeadersInit | undefined }
>;

/** All details at once, as the implementation sees them. */
export interface AnyDetails extends CommonDetails {
  param?: string | undefined;
  retryAfter?: number | Date | undefined;
  headers?: HeadersInit | undefined;
  cause?: unknown;
}

/**
 * The type of a `code` argument. The compiler's message about a wrong one begins with the code that was written; every
 * code at once meets a text that says what to do.
 */
export type CodeArgument<C, Declared extends ErrorCode = ErrorCode> =
  IsDeclared<C, Declared> extends true
    ? C
    : ErrorCode extends C
      ? "name the code, or the few codes that it can be"
      : Declared;
