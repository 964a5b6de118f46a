import { Readable, type Transform } from "node:stream";
import * as zlib from "node:zlib";
import { compressionOf } from "../verify/index.ts";
import { UsageError } from "./command.ts";

/** What newer versions of Node have besides. */
type Zlib = typeof zlib & {
  createZstdDecompress?: () => Transform;
  zstdDecompressSync?: (bytes: Uint8Array) => Buffer;
};
const newer = zlib as Zlib;

/**
 * The plain bytes of an input, which its first bytes tell to be compressed or not.
 * @throws UsageError when it is compressed in a way that this Node cannot undo, or is damaged.
 */
export async function* decompress(
  input: AsyncGenerator<Uint8Array>,
  name: string,
): AsyncGenerator<Uint8Array> {
  const first = await input.next();
  if (first.done) return;
  const whole = withFirst(first.value, input);
  const kind = compressionOf(first.value);
  if (kind === undefined) {
    yield* whole;
    return;
  }
  const decoder =
    kind === "gzip" ? zlib.createGunzip() : kind === "zstd" ? newer.createZstdDecompress?.() : undefined;
  if (decoder === undefined) throw new UsageError(`${name} ${ADVICE[kind === "zip" ? "zip" : "zstd"]}`);
  const source = Readable.from(whole);
  source.once("error", (error) => decoder.destroy(error));
  try {
    yield* source.pipe(decoder);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(
      `${name} is no whole ${kind} file: ${error instanceof Error ? error.message : error}.`,
    );
  }
}

const ADVICE = {
  zip: "is a zip archive: unpack it, and name the file with the extension .har in it.",
  zstd: "is compressed with zstd, which this version of Node cannot undo: pipe it through `zstd -dc`, or use Node 22.15 or later.",
} as const;

async function* withFirst(first: Uint8Array, rest: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield first;
  yield* rest;
}

/** The plain bytes of a recorded body; undefined when they are not compressed in a known way. */
export function inflate(bytes: Uint8Array): Uint8Array | undefined {
  const attempts = [zlib.gunzipSync, zlib.inflateSync, newer.zstdDecompressSync, zlib.brotliDecompressSync];
  for (const attempt of attempts) {
    try {
      if (attempt) return attempt(bytes);
    } catch {
      // Another way may do; where none does, the body is not judged.
    }
  }
  return undefined;
}
