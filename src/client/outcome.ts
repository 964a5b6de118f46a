import type { CallOutcome } from "../errors/index.ts";
import type { Attempted } from "./attempt.ts";

/** Codes of Node for connections that were never made: nothing can have been sent. */
const neverConnected = ["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "UND_ERR_CONNECT_TIMEOUT"];

/** What one attempt may have done. Without an answer only a connection that was never made is harmless. */
export function attemptOutcome({ response, networkCode }: Attempted): CallOutcome {
  if (response && response.status >= 400 && response.status < 500) return "rejected";
  return networkCode !== undefined && neverConnected.includes(networkCode) ? "not_sent" : "unknown";
}

/** What a call may have done, from what it may have done so far and in one more attempt. */
export function addOutcome(before: CallOutcome, attempt: CallOutcome): CallOutcome {
  const both = [before, attempt];
  return both.includes("unknown") ? "unknown" : both.includes("rejected") ? "rejected" : "not_sent";
}
