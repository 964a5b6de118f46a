import type { ErrorCode } from "../../generated/catalog.ts";
import type { AnyDetails, CodeArgument, ResponseDetails } from "./details.ts";
import { buildEnvelope, knownEntry } from "./error-envelope.ts";
import { retryAfterSeconds } from "./retry-after.ts";
import type { ServerTable } from "./table.ts";

export type ErrorResponseFunction = <const C extends string>(
  code: CodeArgument<C>,
  ...details: ResponseDetails<C>
) => Response;

/** The code of every response that was made here, so that `withErrors` knows its own. */
const codes = /* @__PURE__ */ new WeakMap<object, ErrorCode>();

/** The code that a response was made for; undefined when it was not made by `errorResponse`. */
export function codeOf(response: Response): ErrorCode | undefined {
  return codes.get(response);
}

/**
 * An error as a `Response`: its status, its JSON body and, where the contract demands it, `Retry-After`.
 * @throws TypeError as `errorEnvelope` does, and when `retryAfter` is missing or out of place.
 */
export function bindErrorResponse(table: ServerTable): ErrorResponseFunction {
  return (code, ...[details]) => buildResponse(table, code as string, details as AnyDetails);
}

/** The same for a code and details that only run time knows. */
export function buildResponse(table: ServerTable, code: string, details: AnyDetails = {}): Response {
  const { status, retry } = knownEntry(table, code);
  const timestamp = details.timestamp ?? new Date();
  const headers = new Headers(details.headers);
  headers.set("content-type", "application/json");
  if (retry === "after") {
    headers.set("retry-after", String(retryAfterSeconds(details.retryAfter, timestamp)));
  } else if (details.retryAfter !== undefined) {
    throw new TypeError(`${code} has no retryAfter: leave it out.`);
  }
  const body = JSON.stringify(buildEnvelope(table, code, { ...details, timestamp }));
  const response = new Response(body, { status, headers });
  codes.set(response, code as ErrorCode);
  return response;
}
