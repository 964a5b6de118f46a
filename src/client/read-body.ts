/** The bytes of a body; `whole` is false when there were more than allowed, and then `bytes` is the beginning. */
export interface Body {
  bytes: Uint8Array;
  whole: boolean;
}

const mebibyte = 1024 * 1024;
/** What is kept of a body that is too long: enough for an excerpt. In bytes. */
const beginning = 16 * 1024;

/**
 * Reads a body up to 64 MiB of a success and 1 MiB of anything else, and lets go of the rest. Content-Length is no
 * help: it counts compressed bytes.
 * @param signal ends the reading: a body need not be tied to the signal that its fetch was given.
 * @throws what the connection threw.
 */
export async function readBody({ body, ok }: Response, signal: AbortSignal): Promise<Body> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  if (!body) return join(chunks);
  const reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>> = body.getReader();
  // What a body says to being cancelled is of no interest.
  const cancel = () => void reader.cancel().catch(() => {});
  signal.onabort = cancel;
  let left = ok ? 64 * mebibyte : mebibyte;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return join(chunks);
    chunks.push(value);
    left -= value.length;
    if (left < 0) {
      cancel();
      return join(chunks, beginning);
    }
  }
}

/** Lets go of a body that nobody will read, so that its connection can be used again. */
export function discard(response: Response): void {
  // A body that is locked or broken is gone already.
  response.body?.cancel().catch(() => {});
}

function join(chunks: Uint8Array<ArrayBuffer>[], most?: number): Body | Promise<Body> {
  const [only] = chunks;
  // Most bodies are one chunk, and need no copy.
  if (only && !chunks[1] && !most) return { bytes: only, whole: true };
  const bytes = new Blob(chunks).slice(0, most).arrayBuffer();
  return bytes.then((all) => ({ bytes: new Uint8Array(all), whole: !most }));
}
