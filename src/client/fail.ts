import type { AnyErrorConstructor } from "../errors/index.ts";
import type { FailedEnd, History } from "./call.ts";
import { copyCause } from "./cause.ts";
import { createMask } from "./mask.ts";
import { headerValues, type Outgoing } from "./outgoing.ts";
import type { Failure } from "./read-failure.ts";

interface Maker {
  CStarError: AnyErrorConstructor;
}

/** The one place where the error of a call is made. */
export function fail({ CStarError }: Maker, history: History, failure: Failure): FailedEnd {
  const { attempts, outcome, idempotencyKey } = history;
  return {
    ok: false,
    error: new CStarError(failure.code, { ...failure, attempts, outcome, idempotencyKey }),
  };
}

/**
 * How a call ends when the caller's side failed: arguments, key function, middleware.
 * @param given what the caller gave: as little as what the client sends may get into the error.
 */
export function failLocally(
  { api, options }: { api: Maker & { keyPrefixes: readonly string[] }; options: Pick<Outgoing, "headers"> },
  history: History,
  { thrown, given }: { thrown: unknown; given: unknown },
): FailedEnd {
  const mask = createMask(history.keys, () => [given, headerValues(options.headers)], api.keyPrefixes);
  const cause = copyCause(thrown, mask);
  const rawMessage = `The request could not be made: ${cause.message}`;
  return fail(api, history, { code: "local_error", rawMessage, cause });
}
