/** A body as far as it was read; `whole` is false when it was too long. */
export interface Body {
  bytes: Uint8Array;
  whole: boolean;
}

export type BodyReader = ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>;

const mebibyte = 1024 * 1024;
/** What is kept of a body that is too long: enough for an excerpt. In bytes. */
const beginning = 16 * 1024;

/**
 * Reads a body up to 64 MiB of a success and 1 MiB of anything else, and lets go of the rest. Content-Length is no
 * help: it counts compressed bytes.
 * @throws what the connection threw.
 */
export async function readBody(reader: BodyReader | undefined, ok: boolean): Promise<Body> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let left = ok ? 64 * mebibyte : mebibyte;
  while (reader && left >= 0) {
    const { done, value } = await reader.read();
    if (done) break;
    chunks.push(value);
    left -= value.length;
  }
  const whole = left >= 0;
  if (!whole) letGo(reader);
  const [only] = chunks;
  // Most bodies are one chunk, and need no copy.
  if (only && !chunks[1] && whole) return { bytes: only, whole };
  const blob = new Blob(chunks).slice(0, whole ? undefined : beginning);
  return { bytes: new Uint8Array(await blob.arrayBuffer()), whole };
}

/** Lets go of a body, so that its connection can be used again. What it says to that is of no interest: it may be broken. */
export function letGo(body: Pick<BodyReader, "cancel"> | null | undefined): void {
  body?.cancel().catch(() => {});
}
