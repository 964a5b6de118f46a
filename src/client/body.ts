/** A body as far as it was read; `complete` is false when it was longer than the cap. */
export interface Body {
  bytes: Uint8Array;
  complete: boolean;
}

export type BodyReader = ReadableStreamDefaultReader<Uint8Array>;

const MEBIBYTE = 1024 * 1024;
/** What is kept of a body that is too long: enough for an excerpt. In bytes. */
const HEAD_LENGTH = 16 * 1024;

/**
 * Reads a body up to 64 MiB of a success and 1 MiB of anything else, and cancels the rest. Content-Length is no help: it
 * counts compressed bytes.
 * @throws what the connection threw.
 */
export async function readBody(
  response: Pick<Response, "ok" | "body" | "arrayBuffer">,
  reader: BodyReader | undefined,
): Promise<Body> {
  const chunks: Uint8Array[] = [];
  let left = response.ok ? 64 * MEBIBYTE : MEBIBYTE;
  // Some runtimes have no streams. They read the whole body before its length is known.
  if (response.body === undefined) {
    const whole = new Uint8Array(await response.arrayBuffer());
    chunks.push(whole);
    left -= whole.length;
  }
  while (reader && left >= 0) {
    const { done, value } = await reader.read();
    if (done) break;
    chunks.push(value);
    left -= value.length;
  }
  const complete = left >= 0;
  if (!complete) cancelBody(reader);
  const [only] = chunks;
  // Most bodies are one chunk and need no copy.
  if (only && !chunks[1] && complete) return { bytes: only, complete };
  const blob = new Blob(chunks as Uint8Array<ArrayBuffer>[]).slice(0, complete ? undefined : HEAD_LENGTH);
  return { bytes: new Uint8Array(await blob.arrayBuffer()), complete };
}

/** Cancels a body, so that its connection can be reused. A failure to do so is ignored: the connection may be broken. */
export function cancelBody(body: Pick<BodyReader, "cancel"> | null | undefined): void {
  body?.cancel().catch(() => {});
}
