/** The bytes of a body; `whole` is false when there were more than allowed, and then `bytes` is the beginning. */
export interface Body {
  bytes: Uint8Array;
  whole: boolean;
}

const mebibyte = 1024 * 1024;
/** What is kept of a body that is too long: enough for an excerpt. */
const beginning = 16 * 1024;

/** The most that is read of a body, in bytes. */
export function bodyCap(status: number): number {
  return status >= 200 && status < 300 ? 64 * mebibyte : mebibyte;
}

/**
 * Reads a body up to `cap` bytes and lets go of the rest. Content-Length is no help: it counts compressed bytes.
 * @param whenReading gets what ends the reading: a body need not be tied to the signal that its fetch was given.
 * @throws what the connection threw.
 */
export async function readBody(
  response: Response,
  cap: number,
  whenReading: (cancel: () => void) => void,
): Promise<Body> {
  if (!response.body) return { bytes: new Uint8Array(), whole: true };
  const reader: ReadableStreamDefaultReader<Uint8Array> = response.body.getReader();
  // What a body says to being cancelled is of no interest.
  const cancel = () => void reader.cancel().catch(() => {});
  whenReading(cancel);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return { bytes: join(chunks, size), whole: true };
    chunks.push(value);
    size += value.length;
    if (size > cap) {
      cancel();
      return { bytes: join(chunks, beginning), whole: false };
    }
  }
}

/** Lets go of a body that nobody will read, so that its connection can be used again. */
export function discard(response: Response): void {
  // A body that is locked or broken is gone already.
  response.body?.cancel().catch(() => {});
}

function join(chunks: Uint8Array[], size: number): Uint8Array {
  const only = chunks[0];
  if (only && chunks.length === 1) return only.subarray(0, size);
  const joined = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    if (offset >= size) break;
    joined.set(chunk.subarray(0, size - offset), offset);
    offset += chunk.length;
  }
  return joined;
}
