/** An input in pieces of bytes or text, or in one piece. */
export type InputStream =
  | string
  | Uint8Array
  | ReadableStream<Uint8Array>
  | AsyncIterable<Uint8Array | string>
  | Iterable<Uint8Array | string>;

/**
 * Hands on an input as bytes of UTF-8. gzip is told by its first bytes, and undone where the runtime can.
 * @throws TypeError when it is compressed in a way that this runtime cannot undo.
 */
export async function readBytes(input: InputStream, onBytes: (bytes: Uint8Array) => void): Promise<void> {
  const chunks = typeof input === "string" ? [input][Symbol.iterator]() : chunksOf(input);
  const first = await nextChunk(chunks);
  if (first === undefined) return;
  const rest = withFirst(first, chunks);
  if (typeof first === "string") return readStrings(rest, onBytes);
  const plain =
    compressionOf(first) === "gzip" ? gunzip(rest as AsyncIterable<Uint8Array<ArrayBuffer>>) : rest;
  const encoding = encodingOf(first);
  if (encoding !== "utf-8") return readStrings(decode(plain, encoding), onBytes);
  let isFirst = true;
  for await (const chunk of plain) {
    const bytes = chunk as Uint8Array;
    onBytes(isFirst && hasMark(bytes) ? bytes.subarray(3) : bytes);
    isFirst = false;
  }
}

async function* decode(chunks: AsyncIterable<unknown>, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of chunks) yield decoder.decode(chunk as Uint8Array, { stream: true });
  yield decoder.decode();
}

async function readStrings(
  texts: AsyncIterable<unknown>,
  onBytes: (bytes: Uint8Array) => void,
): Promise<void> {
  const encoder = new TextEncoder();
  /** Half of a character whose other half is in the next piece. */
  let half = "";
  let isFirst = true;
  for await (const piece of texts) {
    let text = half + String(piece);
    if (isFirst && text.startsWith("\ufeff")) text = text.slice(1);
    isFirst = false;
    half = /[\ud800-\udbff]$/.exec(text)?.[0] ?? "";
    onBytes(encoder.encode(half === "" ? text : text.slice(0, -1)));
  }
  onBytes(encoder.encode(half));
}

/** The byte order mark of UTF-8. */
function hasMark([a, b, c]: Uint8Array): boolean {
  return a === 0xef && b === 0xbb && c === 0xbf;
}

type Chunks = AsyncIterator<Uint8Array | string> | Iterator<Uint8Array | string>;

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
