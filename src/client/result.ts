import type { ErrorCode, Meta, Pagination } from "../../generated/catalog.ts";
import type { Attempt, ClientErrorCode, CStarErrorFor, RateLimit } from "../errors/index.ts";
import type { CallResult } from "./call.ts";
import { readRateLimit } from "./headers.ts";
import { toResponse } from "./response.ts";

/** A call that worked. */
export interface Success<T> {
  ok: true;
  data: T;
  error?: undefined;
  meta: Meta;
  /** Of lists. */
  pagination?: Pagination;
  status: number;
  rateLimit?: RateLimit;
  /** Every attempt; the last one succeeded. */
  attempts: Attempt[];
  /** Status, headers and body, the body ready to be read. It is not enumerable, so that a result is plain data. */
  readonly response: Response;
}

/** A call that failed, with an error of one of the operation's codes or of the client's. */
export interface Failure<C extends ErrorCode> {
  ok: false;
  error: CStarErrorFor<C | ClientErrorCode>;
  data?: undefined;
}

/** The error of a method, as in `ErrorOf<typeof cstar.tickets.create>`. */
export type ErrorOf<Method> = Method extends (...args: never[]) => PromiseLike<infer R>
  ? Extract<R, { ok: false }> extends { error: infer E }
    ? E
    : never
  : never;

/** What every method of the client returns. */
export type Result<T, C extends ErrorCode = ErrorCode> = Success<T> | Failure<C>;

/** The result of a call. The envelope was checked; `T` and `C` are what the contract promises. */
export function toResult<T, C extends ErrorCode>(ended: CallResult, list: boolean | undefined): Result<T, C> {
  if (!ended.ok) return { ok: false, error: ended.error as CStarErrorFor<C | ClientErrorCode> };
  const { response: buffered, attempts } = ended;
  const { data, meta, pagination } = buffered.json as unknown as Pick<
    Success<T>,
    "data" | "meta" | "pagination"
  >;
  const rateLimit = readRateLimit(buffered.headers);
  let response: Response | undefined;
  const result: Success<T> = {
    ok: true,
    data,
    meta,
    status: buffered.status,
    attempts,
  } as Success<T>;
  // Made on first access: few callers need it.
  const get = () => {
    response ??= toResponse(buffered);
    return response;
  };
  Object.defineProperty(result, "response", { get });
  if (list && pagination) result.pagination = pagination;
  if (rateLimit) result.rateLimit = rateLimit;
  return result;
}

type Unwrappable<T> = { ok: true; data: T } | { ok: false; error: Error };

/**
 * The data of a result; for a promise of a result, a promise of the data.
 * @throws the result's error, if the call failed.
 */
export function unwrap<T>(result: PromiseLike<Unwrappable<T>>): Promise<T>;
export function unwrap<T>(result: Unwrappable<T>): T;
export function unwrap<T>(result: Unwrappable<T> | PromiseLike<Unwrappable<T>>): T | Promise<T> {
  // Anything with a `then` counts: patched promises are of classes of their own.
  if ("then" in result) return Promise.resolve(result).then((settled) => unwrap(settled));
  if (result.ok) return result.data;
  throw result.error;
}
