import type { Attempt } from "../errors/index.ts";
import type { TransportOptions } from "./options.ts";
import type { Failure } from "./read-answer.ts";
import { type Limit, within } from "./within.ts";

/**
 * Tells the caller's hook of an attempt. An `async` hook is waited for within `limit`, so that what it throws is not
 * lost. The hook gets a copy; what it throws is its own and becomes the cause as it is.
 */
export async function report(
  onAttempt: TransportOptions["onAttempt"],
  attempt: Attempt,
  limit: Limit,
): Promise<Failure | undefined> {
  try {
    const returned: unknown = onAttempt?.({ ...attempt });
    if (returned instanceof Promise) await within(limit, () => returned);
  } catch (cause) {
    return { code: "local_error", init: { rawMessage: "The onAttempt hook threw", cause } };
  }
  return undefined;
}
