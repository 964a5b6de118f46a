import { type BodyReader, cancelBody, readBody } from "./body.ts";
import { type AttemptResult, type CallContext, timeLimit } from "./call.ts";
import { abortFailure, throwFailure } from "./error.ts";
import type { FetchInit } from "./fetch-function.ts";
import { readRequestId } from "./headers.ts";
import { type FailureDetails, parseResponse, redactId } from "./response.ts";
import { withTimeout } from "./timeout.ts";

/** An attempt in progress: it may be interrupted at any time. */
interface Exchange extends AttemptResult {
  readonly key: string;
  readonly signal: AbortSignal;
  reader?: BodyReader | undefined;
}

/** Sends the request once and reads the whole response, all within the time limit of an attempt. Never throws. */
export async function sendOnce(context: CallContext, key: string): Promise<AttemptResult> {
  const { call, redactor } = context;
  const { signal, attemptTimeout } = call.options;
  const limit = timeLimit(context, attemptTimeout);
  const controller = new AbortController();
  const exchange: Exchange = { key, signal: controller.signal };
  let failure: FailureDetails | undefined;
  try {
    const ended = await withTimeout(
      limit,
      () => runExchange(context, exchange),
      () => {
        controller.abort();
        // A body need not be tied to the signal that its fetch was given.
        cancelBody(exchange.reader);
      },
    );
    if (ended === "aborted") failure = abortFailure(signal);
    else if (ended === "timeout") {
      failure = { code: ended, rawMessage: `No complete response within ${Math.round(limit.ms)} ms` };
    } else failure = ended;
  } catch (error) {
    failure = throwFailure(error, exchange.response !== undefined, redactor);
  }
  const { response, buffered } = exchange;
  if (response && failure) {
    failure.status = response.status || undefined;
    const id = readRequestId(response.headers);
    if (id) failure.requestId ??= redactId(id, redactor);
  }
  return { response, buffered, failure };
}

const NO_FETCH = "There is no global fetch: pass the client one";

/**
 * Sends the request and reads the response into `exchange`.
 * @throws what fetch throws, and what reading the body throws.
 */
async function runExchange(
  { client, call, redactor }: CallContext,
  exchange: Exchange,
): Promise<FailureDetails | undefined> {
  const { url, options, body = null } = call;
  const { route } = call.state;
  const { key, signal } = exchange;
  const fetch = call.fetch ?? client.fetch ?? globalThis.fetch;
  if (typeof fetch !== "function") return { code: "local_error", rawMessage: NO_FETCH, notSent: true };
  const headers = { ...call.headers, authorization: `Bearer ${key}` };
  const init: FetchInit = {
    ...options.fetchOptions,
    method: route.method,
    headers,
    body,
    redirect: "manual",
    signal,
  };
  const response = (await fetch(url, init)) as Response;
  const mistake = findMistake(response);
  if (mistake) return { code: "local_error", rawMessage: `The given fetch ${mistake}` };
  exchange.response = response;
  const { status, type } = response;
  // Opaque where a browser hides a redirect. Nothing is followed, so no key travels on.
  const redirect = (status >= 300 && status < 400) || type === "opaqueredirect";
  // Nobody waits for what arrives after an interruption.
  if (redirect || signal.aborted) {
    cancelBody(response.body);
    const what = status === 304 ? "not modified, which has no body" : "redirects are not followed";
    return { code: "unexpected_response", rawMessage: `HTTP ${status}: ${what}` };
  }
  exchange.reader = response.body?.getReader();
  const read = await readBody(response, exchange.reader);
  const { buffered, failure } = parseResponse(response, read, { api: client.api, route, redactor });
  exchange.buffered = buffered;
  return failure;
}

/** What is wrong with what a fetch returned. Wrappers of fetch and clones of it return all kinds of things. */
function findMistake(response: Response | undefined): string | undefined {
  const { headers, body, bodyUsed } = response ?? ({} as Response);
  // A runtime without streams has no `body`; clones of fetch for Node give one that is another kind of stream.
  const readable = body ? body.getReader : body === null || response?.arrayBuffer;
  if (!headers?.get || !readable) return "did not return a Response";
  if (bodyUsed || body?.locked) return "has read the body of its response: let it read a clone()";
  return undefined;
}
