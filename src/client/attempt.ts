import { copyCause } from "./cause.ts";
import { type Answer, readAnswer } from "./read-answer.ts";
import { type BodyReader, letGo, readBody } from "./read-body.ts";
import type { Failure } from "./read-failure.ts";
import { limitOf, type Running } from "./running.ts";
import { within } from "./within.ts";

/** What an attempt came to. Without a failure, `answer` is a well-formed success. */
export interface Attempted {
  /** Headers and status, if they arrived, even if the body did not. */
  response?: Response | undefined;
  answer?: Answer;
  failure?: Failure;
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
  let attempted: Attempted;
  try {
    const ended = await within(
      limit,
      () => exchange(running, { key, signal: controller.signal, arrived }),
      stop,
    );
    if (ended === "aborted") attempted = { failure: abortion(signal) };
    else if (ended !== "timeout") attempted = ended;
    else {
      const rawMessage = `No complete answer within ${Math.round(limit.ms)} ms`;
      attempted = { failure: { code: ended, rawMessage } };
    }
  } catch (error) {
    const rawMessage = `The connection failed${arrived.response ? " in the middle of the answer" : ""}`;
    attempted = { failure: { code: "connection_error", rawMessage, cause: copyCause(error, mask) } };
  }
  const { response } = arrived;
  const { failure } = attempted;
  if (response && failure) {
    const { headers, status } = response;
    failure.status = status || undefined;
    const id = headers.get("x-cstar-request-id") || headers.get("x-request-id");
    if (id) failure.requestId ??= mask(id, true);
  }
  return { ...attempted, response };
}

/** What an aborted call says. The reason is the caller's own and is handed back as it is. */
export function abortion(signal: AbortSignal | undefined): Failure {
  return { code: "aborted", rawMessage: "The call was aborted by its signal", cause: signal?.reason };
}

/** What there is of an answer before it is whole: the exchange may be ended at any time. */
interface Arrived {
  response?: Response;
  reader?: BodyReader | undefined;
}

interface Exchange {
  key: string;
  signal: AbortSignal;
  arrived: Arrived;
}

async function exchange(
  running: Running,
  { key, signal, arrived }: Exchange,
): Promise<Pick<Attempted, "answer" | "failure">> {
  const { config, call } = running;
  const { url, route, body = null } = call;
  const fetch = call.fetch ?? config.fetch ?? globalThis.fetch;
  const headers = { ...call.headers, authorization: `Bearer ${key}` };
  const response = await fetch(url, { method: route.method, headers, body, redirect: "manual", signal });
  if (typeof response?.headers?.get !== "function") {
    return { failure: { code: "local_error", rawMessage: "The given fetch did not give a Response" } };
  }
  arrived.response = response;
  const { status, type } = response;
  // Opaque where a browser hides a redirect. Nothing is followed, so no key travels on.
  const redirect = (status >= 300 && status < 400) || type === "opaqueredirect";
  // Whoever comes too late is not waited for any more.
  if (redirect || signal.aborted) {
    letGo(response.body);
    return {
      failure: { code: "unexpected_response", rawMessage: `HTTP ${status}: redirects are not followed` },
    };
  }
  arrived.reader = response.body?.getReader();
  return readAnswer(response, await readBody(arrived.reader, response.ok), running);
}
