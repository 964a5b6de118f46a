import type { ErrorCode, Meta, Pagination } from "../../generated/catalog.ts";
import type { Attempt, ClientErrorCode, CStarErrorFor, RateLimit } from "../errors/index.ts";
import { bufferedResponse } from "./buffered-response.ts";
import type { CallEnd } from "./call.ts";
import { readRateLimit } from "./rate-limit.ts";

/** A call that worked. */
export interface Success<T> {
  ok: true;
  data: T;
  meta: Meta;
  /** Of lists. */
  pagination?: Pagination;
  status: number;
  rateLimit?: RateLimit;
  /** Every attempt; the last one succeeded. */
  attempts: Attempt[];
  /** Status, headers and body, the body ready to be read. */
  readonly response: Response;
}

/** A call that failed, with an error of one of the operation's codes or of the client's. */
export interface Failure<C extends ErrorCode> {
  ok: false;
  error: CStarErrorFor<C | ClientErrorCode>;
}

/** What every method of the client returns. */
export type Result<T, C extends ErrorCode = ErrorCode> = Success<T> | Failure<C>;

/** The result of a call. What is in it was checked against the envelope; `T` and `C` are the contract's word. */
export function toResult<T, C extends ErrorCode>(end: CallEnd, list: boolean | undefined): Result<T, C> {
  if (!end.ok) return { ok: false, error: end.error as CStarErrorFor<C | ClientErrorCode> };
  const { answer, attempts } = end;
  const { data, meta, pagination } = answer.json as unknown as Pick<
    Success<T>,
    "data" | "meta" | "pagination"
  >;
  const rateLimit = readRateLimit(answer.headers);
  let response: Response | undefined;
  const result: Success<T> = {
    ok: true,
    data,
    meta,
    status: answer.status,
    attempts,
    // Made when somebody asks for it: few do.
    get response() {
      response ??= bufferedResponse(answer);
      return response;
    },
  };
  if (list && pagination) result.pagination = pagination;
  if (rateLimit) result.rateLimit = rateLimit;
  return result;
}
