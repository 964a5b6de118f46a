import { type Answer, readAnswer } from "./read-answer.ts";
import { type BodyReader, letGo, readBody } from "./read-body.ts";
import type { Failure } from "./read-failure.ts";
import type { Running } from "./running.ts";

/** What sending a request came to. Without a failure, `answer` is a well-formed success. */
export interface Exchanged {
  answer?: Answer;
  failure?: Failure;
}

/** What there is of an answer before it is whole: the exchange may be ended at any time. */
export interface Arrived {
  response?: Response;
  reader?: BodyReader | undefined;
}

interface Exchange {
  key: string;
  signal: AbortSignal;
  arrived: Arrived;
}

/**
 * Sends the request and reads the answer.
 * @throws what fetch throws, and what reading the body throws.
 */
export async function exchange(running: Running, { key, signal, arrived }: Exchange): Promise<Exchanged> {
  const { config, call } = running;
  const { url, route, body = null } = call;
  const fetch = call.fetch ?? config.fetch ?? globalThis.fetch;
  const headers = { ...call.headers, authorization: `Bearer ${key}` };
  const response = await fetch(url, { method: route.method, headers, body, redirect: "manual", signal });
  // Clones of fetch for Node give a body that is another kind of stream.
  if (!response?.headers?.get || (response.body && !response.body.getReader)) {
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
