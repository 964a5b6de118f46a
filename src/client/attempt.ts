import { copyCause } from "./cause.ts";
import { type Arrived, type Exchanged, exchange } from "./exchange.ts";
import { letGo } from "./read-body.ts";
import type { Failure } from "./read-failure.ts";
import { limitOf, type Running } from "./running.ts";
import { within } from "./within.ts";

/** What an attempt came to. */
export interface Attempted extends Exchanged {
  /** Headers and status, if they arrived, even if the body did not. */
  response?: Response | undefined;
}

/** Sends the request once and reads the whole answer, all within the time of an attempt. Never throws. */
export async function attempt(running: Running, key: string): Promise<Attempted> {
  const { call, mask } = running;
  const { signal, attemptTimeout } = call.options;
  const limit = limitOf(running, attemptTimeout);
  const controller = new AbortController();
  const arrived: Arrived = {};
  const stop = () => {
    controller.abort();
    // A body need not be tied to the signal that its fetch was given.
    letGo(arrived.reader);
  };
  let exchanged: Exchanged;
  try {
    const ended = await within(
      limit,
      () => exchange(running, { key, signal: controller.signal, arrived }),
      stop,
    );
    if (ended === "aborted") exchanged = { failure: abortion(signal) };
    else if (ended !== "timeout") exchanged = ended;
    else {
      const rawMessage = `No complete answer within ${Math.round(limit.ms)} ms`;
      exchanged = { failure: { code: ended, rawMessage } };
    }
  } catch (error) {
    const rawMessage = `The connection failed${arrived.response ? " in the middle of the answer" : ""}`;
    exchanged = { failure: { code: "connection_error", rawMessage, cause: copyCause(error, mask) } };
  }
  const { response } = arrived;
  const { failure } = exchanged;
  if (response && failure) {
    const { headers, status } = response;
    failure.status = status || undefined;
    const id = headers.get("x-cstar-request-id") || headers.get("x-request-id");
    if (id) failure.requestId ??= mask(id, true);
  }
  return { ...exchanged, response };
}

/** What an aborted call says. The reason is the caller's own and is handed back as it is. */
export function abortion(signal: AbortSignal | undefined): Failure {
  return { code: "aborted", rawMessage: "The call was aborted by its signal", cause: signal?.reason };
}
