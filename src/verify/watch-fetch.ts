import type { Verifier } from "./verifier.ts";

/** What `fetch` takes, or as much of it as a caller uses. */
type FetchArguments = [input: RequestInfo | URL, init?: RequestInit];

/**
 * Wraps a fetch so that each response is also checked. Responses come through untouched and at once: what is checked is
 * a copy, and nothing that goes wrong with it reaches the caller.
 */
export function watchFetch<A extends FetchArguments>(
  fetch: (...args: A) => Promise<Response>,
  verifier: Verifier,
): (...args: A) => Promise<Response> {
  return async (...args) => {
    const [input, init] = args;
    const method = init?.method ?? (isRequest(input) ? input.method : "GET");
    const url = isRequest(input) ? input.url : String(input);
    let response: Response;
    try {
      response = await fetch(...args);
    } catch (error) {
      verifier.add({ method, url, status: 0 });
      throw error;
    }
    verifier.waitFor(record(response, { method, url }, verifier));
    return response;
  };
}

async function record(
  response: Response,
  request: { method: string; url: string },
  verifier: Verifier,
): Promise<void> {
  const { status } = response;
  const isReadable = verifier.covers(request.url) && response.type !== "opaque" && !response.bodyUsed;
  const copy = isReadable ? response.clone() : undefined;
  const headers = [...response.headers];
  // Where the body cannot be read to its end, the rest of the response is judged all the same.
  const body = await copy?.text().catch(() => undefined);
  verifier.add({ ...request, status, headers, ...(body !== undefined && { body }) });
}

function isRequest(input: RequestInfo | URL): input is Request {
  return typeof input === "object" && "method" in input;
}
