import type { Answer } from "./read-answer.ts";

/** An answer as a `Response` whose body is there already. It has no URL, so that printing it shows no query. */
export function bufferedResponse({ status, headers, text }: Answer): Response {
  const kept = new Headers(headers);
  // They describe the body as it came over the wire.
  for (const name of ["content-encoding", "content-length", "transfer-encoding"]) kept.delete(name);
  return new Response(text, { status, headers: kept });
}
