import type { Verifier } from "./verifier.ts";

/** The part of `fetch` that is watched; a client's `fetch` option takes it. */
type Fetch = (input: RequestInfo | URL, init?: RequestInit) => Promise<Response>;

/**
 * Wraps a fetch so that each response is also checked. Responses come through untouched and at once: what is checked is
 * a copy, and nothing that goes wrong with it reaches the caller.
 */
export function watchFetch<F extends Fetch>(fetch: F, verifier: Verifier): F {
  const watched: Fetch = async (input, init) => {
    const response = await fetch(input, init);
    const method = init?.method ?? (isRequest(input) ? input.method : "GET");
    const url = isRequest(input) ? input.url : String(input);
    verifier.waitFor(record(response, { method, url }, verifier));
    return response;
  };
  return watched as F;
}

async function record(
  response: Response,
  request: { method: string; url: string },
  verifier: Verifier,
): Promise<void> {
  const { status, headers } = response;
  const isText = /json|text|^$/i.test(headers.get("content-type") ?? "");
  const copy = isText && response.type !== "opaque" && !response.bodyUsed ? response.clone() : undefined;
  // Where the body cannot be read to its end, the rest of the response is judged all the same.
  const body = await copy?.text().catch(() => undefined);
  verifier.add({ ...request, status, headers: [...headers], ...(body !== undefined && { body }) });
}

function isRequest(input: RequestInfo | URL): input is Request {
  return typeof input === "object" && "method" in input;
}
