/** An input in pieces of bytes or text, or in one piece. */
export type InputStream =
  | string
  | Uint8Array
  | ReadableStream<Uint8Array>
  | AsyncIterable<Uint8Array | string>
  | Iterable<Uint8Array | string>;

/**
 * Hands on the text of an input. gzip is told by its first bytes, and undone where the runtime can.
 * @throws TypeError when it is compressed in a way that this runtime cannot undo.
 */
export async function readText(input: InputStream, onText: (text: string) => void): Promise<void> {
  if (typeof input === "string") return onText(input.replace(/^\ufeff/, ""));
  const chunks = chunksOf(input);
  const first = await nextChunk(chunks);
  if (first === undefined) return;
  const rest = withFirst(first, chunks);
  if (typeof first === "string") {
    for await (const chunk of rest) onText(String(chunk));
    return;
  }
  const bytes =
    compressionOf(first) === "gzip" ? gunzip(rest as AsyncIterable<Uint8Array<ArrayBuffer>>) : rest;
  const decoder = new TextDecoder(encodingOf(first));
  for await (const chunk of bytes) onText(decoder.decode(chunk as Uint8Array, { stream: true }));
  onText(decoder.decode());
}

type Chunks = AsyncIterator<Uint8Array | string>;

async function* chunksOf(input: Exclude<InputStream, string>): AsyncGenerator<Uint8Array | string> {
  if (input instanceof Uint8Array) yield input;
  else if ("getReader" in input) {
    const reader = input.getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value;
  } else yield* input;
}

/** The first piece that has anything in it. */
async function nextChunk(chunks: Chunks): Promise<Uint8Array | string | undefined> {
  for (let part = await chunks.next(); !part.done; part = await chunks.next()) {
    if (part.value.length > 0) return part.value;
  }
  return undefined;
}

async function* withFirst(first: Uint8Array | string, chunks: Chunks): AsyncGenerator<Uint8Array | string> {
  yield first;
  for (let part = await chunks.next(); !part.done; part = await chunks.next()) yield part.value;
}

/** Told by the first bytes (RFC 1952 2.3.1, RFC 8878 3.1.1, APPNOTE.TXT 4.3.7). */
export function compressionOf(bytes: Uint8Array): "gzip" | "zstd" | "zip" | undefined {
  const [a, b, c, d] = bytes;
  if (a === 0x1f && b === 0x8b) return "gzip";
  if (a === 0x28 && b === 0xb5 && c === 0x2f && d === 0xfd) return "zstd";
  return a === 0x50 && b === 0x4b && c === 3 && d === 4 ? "zip" : undefined;
}

/** UTF-16 is told by its byte order mark; anything else is UTF-8. */
function encodingOf([a, b]: Uint8Array): string {
  if (a === 0xff && b === 0xfe) return "utf-16le";
  return a === 0xfe && b === 0xff ? "utf-16be" : "utf-8";
}

async function* gunzip(chunks: AsyncIterable<Uint8Array<ArrayBuffer>>): AsyncGenerator<Uint8Array> {
  if (typeof DecompressionStream === "undefined") {
    throw new TypeError(
      "The input is compressed with gzip, which this runtime cannot undo: decompress it first.",
    );
  }
  const iterator = chunks[Symbol.asyncIterator]();
  const source = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      const part = await iterator.next();
      if (part.done) controller.close();
      else controller.enqueue(part.value);
    },
  });
  const reader = source.pipeThrough(new DecompressionStream("gzip")).getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value;
}
