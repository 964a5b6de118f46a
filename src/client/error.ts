import { type CallOutcome, entryOf } from "../errors/index.ts";
import type { AttemptResult, CallState, FailedCall } from "./call.ts";
import { readNetworkError } from "./network.ts";
import type { ClientContext } from "./options.ts";
import { createRedactor, headerValues, type Redactor, showControls } from "./redact.ts";
import type { PreparedRequest } from "./request.ts";
import type { FailureDetails } from "./response.ts";

/** Makes the error of a call; every error is made here. */
export function failCall({ api }: ClientContext, state: CallState, failure: FailureDetails): FailedCall {
  // The error takes what it knows: neither the codes of the route nor the keys of the state get into it.
  const init = { ...state.route, ...failure, ...state };
  return { ok: false, error: new api.CStarError(failure.code, init) };
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
  const prefixes = client.api.keyPrefixes;
  // The names of our own options stand in our own messages.
  const words = () => [...client.api.words(), ...Object.keys(client.options), "authorization"];
  const sent = () => ({ headers: headerValues(client.options.headers), content: given });
  const cause = copyCause(thrown, createRedactor({ keys: state.keys, prefixes, words, sent }));
  const rawMessage = `The request could not be made: ${cause.message}`;
  return failCall(client, state, { code: "local_error", rawMessage, cause });
}

/** The failure of an aborted call. The reason is the caller's own and is passed back as it is. */
export function abortFailure(signal: AbortSignal | undefined): FailureDetails {
  return { code: "aborted", rawMessage: "The call was aborted by its signal", cause: signal?.reason };
}

/**
 * What an attempt failed of that threw: the network, or a mistake of the caller. A mistake that is taken for the network
 * costs a retry; one of the network that is taken for a mistake costs the call its retry: so only the certain ones count.
 * @param interrupted whether a response had begun to arrive.
 */
export function throwFailure(thrown: unknown, interrupted: boolean, redactor: Redactor): FailureDetails {
  const cause = copyCause(thrown, redactor);
  const { name, message } = cause;
  if (/^(Reference|Range|Syntax)Error$/.test(name)) {
    return { code: "local_error", rawMessage: `fetch threw a ${name}: ${message}`, cause };
  }
  if (/\bsignal\b.*AbortSignal/is.test(message)) {
    const rawMessage = `fetch and AbortController are not of one realm, as where a test environment replaces one of them: ${message}`;
    return { code: "local_error", rawMessage, cause, notSent: true };
  }
  const { codes, notSent, permanent } = readNetworkError(thrown);
  const networkCode = redactor.strict(codes.join(", "));
  const where = interrupted ? " in the middle of the response" : "";
  return {
    code: "connection_error",
    rawMessage: `The connection failed${where}${networkCode && ` (${networkCode})`}`,
    networkCode: networkCode || undefined,
    cause,
    notSent: notSent && !interrupted,
    retryable: permanent && !interrupted ? false : undefined,
  };
}

const classes: Record<string, ErrorConstructor> = { TypeError, SyntaxError, RangeError };
const MAX_DEPTH = 4;

/**
 * A copy of what was thrown that keeps name, message, `code`, `cause` and the frames of the stack, all redacted, and
 * nothing else: errors of fetch and of the caller's functions may carry addresses, requests and headers in any property.
 * Anything may be thrown: a string counts as a message.
 */
export function copyCause(thrown: unknown, redactor: Pick<Redactor, "strict">, depth = 0): Error {
  const text = (value: unknown) => (typeof value === "string" ? showControls(redactor.strict(value)) : "");
  try {
    const { name, message = thrown, code, cause, stack } = Object(thrown);
    const nested = cause != null && depth < MAX_DEPTH && { cause: copyCause(cause, redactor, depth + 1) };
    const copy = new (entryOf(classes, name) ?? Error)(text(message), nested || undefined);
    if (text(name)) Object.defineProperty(copy, "name", { value: text(name) });
    // The lines of the caller's own code; our own would only say that an error was copied.
    const frames: string[] = `${stack}`.match(/^ +at .+$/gm) ?? [];
    copy.stack = `${copy.name}: ${copy.message}\n${redactor.strict(frames.join("\n"))}`.trimEnd();
    return text(code) ? Object.assign(copy, { code: text(code) }) : copy;
  } catch {
    return new Error("an error that cannot be read");
  }
}

/** The outcome of a call after one more attempt. Without a response only a connection never made is harmless. */
export function addOutcome(before: CallOutcome, { response, failure }: AttemptResult): CallOutcome {
  let now: CallOutcome = /^4\d\d$/.test(`${response?.status}`) ? "rejected" : "unknown";
  if (failure?.notSent) now = "not_sent";
  return before === "not_sent" || now === "unknown" ? now : before;
}
