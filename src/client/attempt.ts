import type { Catalog } from "../errors/index.ts";
import { copyCause, networkCode } from "./cause.ts";
import type { Mask } from "./mask.ts";
import { type Answer, type Failure, headerRequestId, isRedirect, readAnswer } from "./read-answer.ts";
import { bodyCap, discard, readBody } from "./read-body.ts";
import type { Route } from "./route.ts";
import { type Limit, within } from "./within.ts";

/** A request as it goes out: the URL is final and the body is text already. */
export interface Outgoing<H = Record<string, string>> {
  url: string;
  method: string;
  /** With names in lower case. */
  headers: H;
  body?: string | undefined;
}

/** What an attempt came to. Without a failure, `answer` is a well-formed success. */
export interface Attempted {
  /** Headers and status, if they arrived, even if the body did not. */
  response?: Response;
  answer?: Answer;
  failure?: Failure;
  networkCode?: string | undefined;
  /** Ends the reading of the body. */
  cancel?: () => void;
}

/** The limit is for connecting, headers and body together. */
export interface AttemptContext extends Limit {
  fetch: typeof fetch;
  request: Outgoing;
  route: Route;
  catalog: Catalog;
  mask: Mask;
}

/** Sends the request once and reads the whole answer. Never throws. */
export async function attempt(context: AttemptContext): Promise<Attempted> {
  const { mask, ms, signal } = context;
  const seen: Attempted = {};
  try {
    const ended = await within(context, (inner) => exchange(context, inner, seen));
    if (ended) seen.cancel?.();
    if (ended === "aborted") seen.failure = { code: "aborted", init: abortion(signal) };
    if (ended === "timeout") {
      seen.failure = {
        code: "timeout",
        init: { rawMessage: `No complete answer within ${Math.round(ms)} ms` },
      };
    }
  } catch (error) {
    seen.networkCode = networkCode(error);
    const rawMessage = `The connection failed${seen.response ? " in the middle of the answer" : ""}`;
    seen.failure = { code: "connection_error", init: { rawMessage, cause: copyCause(error, mask) } };
  }
  const { response, failure } = seen;
  if (response && failure) {
    failure.init.status ??= response.status || undefined;
    failure.init.requestId ??= headerRequestId(response.headers, mask);
  }
  return seen;
}

/** What an aborted call says. The reason is the caller's own and is handed back as it is. */
export function abortion(signal: AbortSignal | undefined): Failure["init"] {
  return { rawMessage: "The call was aborted by its signal", cause: signal?.reason };
}

async function exchange(context: AttemptContext, signal: AbortSignal, seen: Attempted): Promise<undefined> {
  const { fetch, request, route, catalog, mask } = context;
  const { url, method, headers } = request;
  const init: RequestInit = { method, headers, redirect: "manual", signal };
  if (request.body !== undefined) init.body = request.body;
  const response = await fetch(url, init);
  if (typeof response?.headers?.get !== "function") {
    seen.failure = { code: "local_error", init: { rawMessage: "The given fetch did not give a Response" } };
    return;
  }
  // Too late: the attempt has ended, and nobody waits for this any more.
  if (signal.aborted) return discard(response) as undefined;
  seen.response = response;
  if (isRedirect(response)) {
    discard(response);
    const rawMessage = `HTTP ${response.status || "redirect"}: redirects are not followed`;
    seen.failure = { code: "unexpected_response", init: { rawMessage } };
    return;
  }
  const body = await readBody(response, bodyCap(response.status), (cancel) => {
    seen.cancel = cancel;
  });
  const read = readAnswer(response, body, { catalog, route, mask });
  if (!signal.aborted) Object.assign(seen, read);
}
