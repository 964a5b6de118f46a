import { type CallEnd, type CallState, endInFailure } from "./call.ts";
import { copyCause } from "./cause.ts";
import { createMask } from "./mask.ts";
import { demand, type Loose, type RequestOptions, readLimits } from "./options.ts";
import { readHeaders, type Setup } from "./setup.ts";

/**
 * Checks and copies the options of a call.
 * @throws TypeError
 */
export function readRequestOptions(options: Loose<RequestOptions>, setup: Setup) {
  const { signal, idempotencyKey } = options;
  demand(signal == null || typeof signal.addEventListener === "function", "signal must be an AbortSignal");
  const sendable = idempotencyKey === undefined || /^[!-~]+$/.test(idempotencyKey);
  demand(sendable, "idempotencyKey must be visible ASCII characters without spaces");
  const headers = { ...setup.headers, ...(options.headers && readHeaders(options.headers)) };
  return { limits: readLimits(options, setup.limits), signal: signal ?? undefined, headers, idempotencyKey };
}

/**
 * URLs swallow `.` and `..`: such an id, or an empty one, would be a request to another resource.
 * @throws TypeError
 */
export function checkPath(template: string, path: Record<string, unknown>): void {
  for (const [, name = ""] of template.matchAll(/\{(.+?)\}/g)) {
    const id = path[name];
    demand(
      typeof id === "string" && !/^\.{0,2}$/.test(id),
      `${name} must be an id: a text that is not empty, "." or ".."`,
    );
  }
}

interface Circumstances {
  /** What the caller gave: none of it may get into the error. */
  sent: unknown[];
  /** How the call itself had ended, if it came to that. */
  after?: CallEnd | undefined;
}

/** How a call ends when the caller's side failed outside of the transport. */
export function failLocally({ api }: Setup, error: unknown, { sent, after }: Circumstances) {
  const state: CallState = { attempts: [], outcome: "not_sent", keys: [] };
  if (after) {
    state.attempts = after.ok ? after.attempts : after.error.attempts;
    state.outcome = after.ok ? "unknown" : after.error.outcome;
  }
  const cause = copyCause(error, createMask([], sent, api.keyPrefixes));
  const init = { rawMessage: `The request could not be made: ${cause.message}`, cause };
  return endInFailure(api.CStarError, state, { code: "local_error", init });
}
