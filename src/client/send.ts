import { type BodyReader, cancelBody, readBody } from "./body.ts";
import { type CallContext, timeLimit } from "./call.ts";
import { abortFailure, throwFailure } from "./error.ts";
import { readRequestId } from "./headers.ts";
import { type BufferedResponse, type FailureDetails, parseResponse, redactId } from "./response.ts";
import { withTimeout } from "./timeout.ts";

/** The result of sending a request. Without a failure, `buffered` is a well-formed success. */
export interface ExchangeResult {
  buffered?: BufferedResponse;
  failure?: FailureDetails;
}

/** What an attempt came to. */
export interface AttemptResult extends ExchangeResult {
  /** Headers and status, if they arrived, even if the body did not. */
  response?: Response | undefined;
}

/** What has arrived of a response: the exchange may be interrupted at any time. */
interface PartialResponse {
  response?: Response;
  reader?: BodyReader | undefined;
}

interface ExchangeInput {
  key: string;
  signal: AbortSignal;
  partial: PartialResponse;
}

/** Sends the request once and reads the whole response, all within the time limit of an attempt. Never throws. */
export async function sendOnce(context: CallContext, key: string): Promise<AttemptResult> {
  const { call, redactor } = context;
  const { signal, attemptTimeout } = call.options;
  const limit = timeLimit(context, attemptTimeout);
  const controller = new AbortController();
  const partial: PartialResponse = {};
  const cancel = () => {
    controller.abort();
    // A body need not be tied to the signal that its fetch was given.
    cancelBody(partial.reader);
  };
  let exchanged: ExchangeResult;
  try {
    const result = await withTimeout(
      limit,
      () => exchange(context, { key, signal: controller.signal, partial }),
      cancel,
    );
    if (result === "aborted") exchanged = { failure: abortFailure(signal) };
    else if (result !== "timeout") exchanged = result;
    else {
      const rawMessage = `No complete response within ${Math.round(limit.ms)} ms`;
      exchanged = { failure: { code: result, rawMessage } };
    }
  } catch (error) {
    exchanged = { failure: throwFailure(error, partial.response !== undefined, redactor) };
  }
  const { response } = partial;
  const { failure } = exchanged;
  if (response && failure) {
    failure.status = response.status || undefined;
    const id = readRequestId(response.headers);
    if (id) failure.requestId ??= redactId(id, redactor);
  }
  return { ...exchanged, response };
}

/**
 * Sends the request and reads the response.
 * @throws what fetch throws, and what reading the body throws.
 */
async function exchange(
  context: CallContext,
  { key, signal, partial }: ExchangeInput,
): Promise<ExchangeResult> {
  const { client, call, redactor } = context;
  const { url, state, options, body = null } = call;
  const { route } = state;
  const fetch = call.fetch ?? client.fetch ?? globalThis.fetch;
  const headers = { ...call.headers, authorization: `Bearer ${key}` };
  const init = { method: route.method, headers, body, redirect: "manual", signal } as const;
  const response = await fetch(url, { ...options.fetchOptions, ...init });
  const mistake = findMistake(response);
  if (mistake) return { failure: { code: "local_error", rawMessage: `The given fetch ${mistake}` } };
  partial.response = response;
  const { status, type } = response;
  // Opaque where a browser hides a redirect. Nothing is followed, so no key travels on.
  const redirect = (status >= 300 && status < 400) || type === "opaqueredirect";
  // Nobody waits for what arrives after an interruption.
  if (redirect || signal.aborted) {
    cancelBody(response.body);
    const what = status === 304 ? "not modified, which has no body" : "redirects are not followed";
    return { failure: { code: "unexpected_response", rawMessage: `HTTP ${status}: ${what}` } };
  }
  partial.reader = response.body?.getReader();
  return parseResponse(response, await readBody(response, partial.reader), {
    api: client.api,
    route,
    redactor,
  });
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
