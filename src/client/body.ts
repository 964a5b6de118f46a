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
  let length = 0;
  const add = (chunk: Uint8Array) => {
    chunks.push(chunk);
    length += chunk.length;
  };
  const cap = response.ok ? 64 * MEBIBYTE : MEBIBYTE;
  // Some runtimes have no streams. They read the whole body before its length is known.
  if (response.body === undefined) add(new Uint8Array(await response.arrayBuffer()));
  while (reader && length <= cap) {
    const { done, value } = await reader.read();
    if (done) break;
    add(value);
  }
  const bytes = concat(chunks, length);
  if (length <= cap) return { bytes, complete: true };
  cancelBody(reader);
  return { bytes: bytes.subarray(0, HEAD_LENGTH), complete: false };
}

/** Not by a `Blob`: those of test environments and of React Native cannot be made of bytes, or not be read. */
function concat(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const [only] = chunks;
  // Most bodies are one chunk and need no copy.
  if (only?.length === length) return only;
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

/** Cancels a body, so that its connection can be reused. A failure to do so is ignored: the connection may be broken. */
export function cancelBody(body: Pick<BodyReader, "cancel"> | null | undefined): void {
  body?.cancel().catch(() => {});
}
