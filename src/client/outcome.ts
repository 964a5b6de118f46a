import type { CallOutcome } from "../errors/index.ts";

/** Codes of Node for connections that were never made: nothing can have been sent. */
const neverConnected = ["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "UND_ERR_CONNECT_TIMEOUT"];

/**
 * What a call may have done after one more attempt. Without an answer only a connection that was never made is harmless.
 * @param cause why the attempt failed: Node puts its code anywhere in the chain.
 */
export function addOutcome(before: CallOutcome, status: number | undefined, cause: unknown): CallOutcome {
  let now: CallOutcome = status && status >= 400 && status < 500 ? "rejected" : "unknown";
  for (let error = cause as NodeJS.ErrnoException; error; error = error.cause as typeof error) {
    if (neverConnected.includes(error.code as string)) now = "not_sent";
  }
  return before === "not_sent" || now === "unknown" ? now : before;
}
