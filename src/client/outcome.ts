import type { CallOutcome } from "../errors/index.ts";
import type { Attempted } from "./attempt.ts";

/** Codes of Node for connections that were never made: nothing can have been sent. */
const neverConnected = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|UND_ERR_CONNECT_TIMEOUT)$/;

/** An error of the network. */
interface Link {
  code?: unknown;
  cause?: Link;
}

/** What a call may have done after one more attempt. Without an answer only a connection never made is harmless. */
export function addOutcome(before: CallOutcome, { response, failure }: Attempted): CallOutcome {
  let now: CallOutcome = /^4\d\d$/.test(`${response?.status}`) ? "rejected" : "unknown";
  // Node puts its code anywhere in the chain of causes, of which we have a copy that ends.
  let cause = failure?.code === "connection_error" && (failure.cause as Link | undefined);
  for (; cause; cause = cause.cause) if (neverConnected.test(`${cause.code}`)) now = "not_sent";
  return before === "not_sent" || now === "unknown" ? now : before;
}
