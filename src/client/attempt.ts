import type { Running } from "./call.ts";
import { limitOf } from "./call.ts";
import { copyCause } from "./cause.ts";
import { type Answer, type Failure, readAnswer } from "./read-answer.ts";
import { type BodyReader, letGo, readBody } from "./read-body.ts";
import { within } from "./within.ts";

/** What an attempt came to. Without a failure, `answer` is a well-formed success. */
export interface Attempted {
  /** Headers and status, if they arrived, even if the body did not. */
  response?: Response;
  answer?: Answer;
  failure?: Failure;
}

/** Sends the request once and reads the whole answer, all within the time of an attempt. Never throws. */
export async function attempt(running: Running, key: string): Promise<Attempted> {
  const { call, mask } = running;
  const limit = limitOf(running, call.attemptTimeout);
  const controller = new AbortController();
  const { signal } = controller;
  const seen: Seen = {};
  const stop = () => {
    controller.abort();
    // A body need not be tied to the signal that its fetch was given.
    letGo(seen.reader);
  };
  try {
    const ended = await within(limit, () => exchange(running, { key, signal, seen }), stop);
    if (ended === "aborted") seen.failure = abortion(call.signal);
    if (ended === "timeout") {
      seen.failure = { code: ended, rawMessage: `No complete answer within ${Math.round(limit.ms)} ms` };
    }
  } catch (error) {
    const rawMessage = `The connection failed${seen.response ? " in the middle of the answer" : ""}`;
    seen.failure = { code: "connection_error", rawMessage, cause: copyCause(error, mask) };
  }
  const { response, failure } = seen;
  if (response && failure) {
    const { headers, status } = response;
    failure.status = status || undefined;
    const id = headers.get("x-cstar-request-id") || headers.get("x-request-id");
    if (id) failure.requestId ??= mask(id, true);
  }
  return seen;
}

/** What an aborted call says. The reason is the caller's own and is handed back as it is. */
export function abortion(signal: AbortSignal | undefined): Failure {
  return { code: "aborted", rawMessage: "The call was aborted by its signal", cause: signal?.reason };
}

interface Seen extends Attempted {
  reader?: BodyReader | undefined;
}

interface Exchange {
  key: string;
  signal: AbortSignal;
  /** Takes what is there, as soon as it is: the exchange may be ended at any time. */
  seen: Seen;
}

async function exchange(running: Running, { key, signal, seen }: Exchange): Promise<undefined> {
  const { config, call } = running;
  const { url, route, body = null } = call;
  const fetch = call.fetch ?? config.fetch ?? globalThis.fetch;
  const headers = { ...call.headers, authorization: `Bearer ${key}` };
  const response = await fetch(url, { method: route.method, headers, body, redirect: "manual", signal });
  if (typeof response?.headers?.get !== "function") {
    seen.failure = { code: "local_error", rawMessage: "The given fetch did not give a Response" };
    return;
  }
  const { status, type } = response;
  // Opaque where a browser hides a redirect. Nothing is followed, so no key travels on.
  const redirect = (status >= 300 && status < 400) || type === "opaqueredirect";
  // Too late: the attempt has ended, and nobody waits for this any more.
  if (signal.aborted || redirect) letGo(response.body);
  if (signal.aborted) return;
  seen.response = response;
  if (redirect) {
    seen.failure = { code: "unexpected_response", rawMessage: `HTTP ${status}: redirects are not followed` };
    return;
  }
  seen.reader = response.body?.getReader();
  const read = await readBody(seen.reader, response.ok);
  if (!signal.aborted) Object.assign(seen, readAnswer(response, read, running));
}
