/**
 * How a client's own codes may be retried: `status` means that it depends on the status of the response. In this order:
 * no response because the connection failed; none in time; the caller gave up; a response that is not the API's; an error
 * of the API that this version or this operation does not know; a failure on the caller's side.
 */
export const clientRules = {
  connection_error: "backoff",
  timeout: "backoff",
  aborted: "never",
  unexpected_response: "status",
  unrecognized_code: "status",
  local_error: "never",
} as const satisfies Record<string, "never" | "backoff" | "status">;

/** Codes of failures that are not a declared error of the API. */
export type ClientErrorCode = keyof typeof clientRules;
