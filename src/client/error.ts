import { type CallOutcome, entryOf } from "../errors/index.ts";
import type { CallState, FailedCall, PreparedRequest } from "./call.ts";
import type { ClientContext } from "./options.ts";
import { createRedact, headerValues, type Redact } from "./redact.ts";
import type { FailureDetails } from "./response.ts";
import type { AttemptResult } from "./send.ts";

/** Makes the error of a call; every error is made here. */
export function failCall({ api }: ClientContext, state: CallState, failure: FailureDetails): FailedCall {
  const { attempts, outcome, idempotencyKey } = state;
  return {
    ok: false,
    error: new api.CStarError(failure.code, { ...failure, attempts, outcome, idempotencyKey }),
  };
}

/**
 * Makes the error of a call that failed on the caller's side: arguments, key function, middleware.
 * @param given what the caller passed: like what the client sends, none of it may get into the error.
 */
export function failLocally(
  client: ClientContext & { options: Pick<PreparedRequest, "headers"> },
  state: CallState,
  { thrown, given }: { thrown: unknown; given: unknown },
): FailedCall {
  const sent = () => [given, headerValues(client.options.headers)];
  const cause = copyCause(thrown, createRedact(state.keys, sent, client.api.keyPrefixes));
  const rawMessage = `The request could not be made: ${cause.message}`;
  return failCall(client, state, { code: "local_error", rawMessage, cause });
}

/** The failure of an aborted call. The reason is the caller's own and is passed back as it is. */
export function abortFailure(signal: AbortSignal | undefined): FailureDetails {
  return { code: "aborted", rawMessage: "The call was aborted by its signal", cause: signal?.reason };
}

const classes: Record<string, ErrorConstructor> = { TypeError, SyntaxError, RangeError };
const MAX_DEPTH = 4;

/**
 * A copy of what was thrown that keeps name, message (redacted), `code` and `cause`, and nothing else: errors of fetch
 * and of the caller's functions may carry addresses, requests and headers in any property. Anything may be thrown: a
 * string counts as a message.
 */
export function copyCause(thrown: unknown, redact: Redact, depth = 0): Error {
  const text = (value: unknown) => (typeof value === "string" ? redact(value, true) : "");
  try {
    const { name, message = thrown, code, cause } = Object(thrown);
    const nested = cause != null && depth < MAX_DEPTH && { cause: copyCause(cause, redact, depth + 1) };
    const copy = new (entryOf(classes, name) ?? Error)(text(message), nested || undefined);
    if (text(name)) Object.defineProperty(copy, "name", { value: text(name) });
    return text(code) ? Object.assign(copy, { code: text(code) }) : copy;
  } catch {
    return new Error("an error that cannot be read");
  }
}

/** Codes of Node for connections that were never made: nothing can have been sent. */
const neverConnected = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|UND_ERR_CONNECT_TIMEOUT)$/;

/** An error of the network. */
interface NetworkError {
  code?: unknown;
  cause?: NetworkError;
}

/** The outcome of a call after one more attempt. Without a response only a connection never made is harmless. */
export function addOutcome(before: CallOutcome, { response, failure }: AttemptResult): CallOutcome {
  let now: CallOutcome = /^4\d\d$/.test(`${response?.status}`) ? "rejected" : "unknown";
  // Node puts its code anywhere in the chain of causes, of which we have a finite copy.
  let cause = failure?.code === "connection_error" && (failure.cause as NetworkError | undefined);
  for (; cause; cause = cause.cause) if (neverConnected.test(`${cause.code}`)) now = "not_sent";
  return before === "not_sent" || now === "unknown" ? now : before;
}
