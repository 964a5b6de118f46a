import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, it, vi } from "vitest";
import { compressionOf, type InputStream, readBytes } from "../../src/verify/read-input.ts";

/** All that an input comes to, as the text of its bytes; a byte order mark stays to be seen. */
async function textOf(input: InputStream): Promise<string> {
  const pieces: Uint8Array[] = [];
  await readBytes(input, (bytes) => pieces.push(bytes.slice()));
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(Buffer.concat(pieces));
}

const bytes = (text: string) => new TextEncoder().encode(text);
const inPieces = (all: Uint8Array, size = 3) =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, index) =>
    all.subarray(index * size, index * size + size),
  );
const utf16 = (text: string, isBig: boolean) => {
  const all = Buffer.from(`\ufeff${text}`, "utf16le");
  return new Uint8Array(isBig ? all.swap16() : all);
};

afterEach(() => vi.unstubAllGlobals());

describe("an input is read to its end", () => {
  const text = 'ä\u{1f600}{"a":"b"}\n';
  async function* asynchronous<T>(pieces: readonly T[]) {
    yield* pieces;
  }
  it.each<[name: string, input: () => InputStream]>([
    ["as text", () => text],
    ["as bytes", () => bytes(text)],
    ["as pieces of bytes", () => inPieces(bytes(text))],
    ["as pieces of text", () => [...text]],
    ["as empty pieces among others", () => [new Uint8Array(), ...inPieces(bytes(text)), new Uint8Array()]],
    ["as empty texts among others", () => ["", ...text.slice(0, 2), "", text.slice(2)]],
    ["as pieces that come later", () => asynchronous(inPieces(bytes(text)))],
    ["as a stream of the web", () => new Response(text).body as ReadableStream<Uint8Array>],
    [
      "as a stream that only a reader reads",
      () => {
        const stream = new Response(text).body as ReadableStream<Uint8Array>;
        return { getReader: () => stream.getReader() } as ReadableStream<Uint8Array>;
      },
    ],
    ["as gzip behind an empty piece", () => [new Uint8Array(), new Uint8Array(gzipSync(text))]],
    ["as gzip", () => new Uint8Array(gzipSync(text))],
    ["as pieces of gzip", () => inPieces(new Uint8Array(gzipSync(text)))],
    ["as UTF-16, little end first", () => utf16(text, false)],
    ["as pieces of UTF-16, big end first", () => inPieces(utf16(text, true))],
    ["behind a byte order mark", () => bytes(`\ufeff${text}`)],
    ["as text behind a byte order mark", () => `\ufeff${text}`],
    ["as gzip with a byte order mark", () => new Uint8Array(gzipSync(`\ufeff${text}`))],
  ])("%s", async (_, input) => {
    expect(await textOf(input())).toBe(text);
  });

  it.each<[name: string, input: InputStream, want: string]>([
    ["a mark anywhere else is part of the text", ["a", "\ufeffb"], "a\ufeffb"],
    ["so is one of bytes", [bytes("a"), bytes("\ufeffb")], "a\ufeffb"],
    ["only the first of two marks in pieces is left out", ["\ufeff", "\ufeffa"], "\ufeffa"],
    ["only the first of two marks is left out", "\ufeff\ufeffa", "\ufeffa"],
    ["bytes that only begin as a mark are none", new Uint8Array([0xef, 0xbb, 0x61]), "\ufffda"],
    ["nor those that only end as one", new Uint8Array([0x61, 0xbb, 0xbf]), "a\ufffd\ufffd"],
    ["nor those that only begin and end as one", new Uint8Array([0xef, 0x61, 0xbf]), "\ufffda\ufffd"],
    ["half a character at the end is none", "a\ud83d", "a\ufffd"],
    ["half a character of UTF-16 at the end is none", utf16("a\ud83d", false), "a\ufffd"],
    ["bytes that only begin as UTF-16 are none", new Uint8Array([0xff, 0x61, 0x62]), "\ufffdab"],
    ["nor those that begin as its other half", new Uint8Array([0x61, 0xfe, 0x62]), "a\ufffdb"],
    ["nor those that begin as UTF-16 the other way around", new Uint8Array([0xfe, 0x61, 0x62]), "\ufffdab"],
    ["nor those that only go on as that", new Uint8Array([0x61, 0xff, 0x62]), "a\ufffdb"],
    ["nothing is nothing", [], ""],
    ["nor is there anything in empty pieces", ["", ""], ""],
  ])("and %s", async (_, input, want) => {
    expect(await textOf(input)).toBe(want);
  });
});

it("gzip where it cannot be undone is named, with what to do", async () => {
  vi.stubGlobal("DecompressionStream", undefined);
  await expect(textOf(new Uint8Array(gzipSync("a")))).rejects.toThrow(
    new TypeError("The input is compressed with gzip, which this runtime cannot undo: decompress it first."),
  );
  expect(await textOf(bytes("a"))).toBe("a");
});

it("gzip that is damaged, or a source that fails, ends the reading", async () => {
  await expect(textOf(new Uint8Array(gzipSync("abc").subarray(0, -9)))).rejects.toThrow();
  async function* failing() {
    yield gzipSync("abc").subarray(0, 12);
    throw new Error("It broke off.");
  }
  await expect(textOf(failing())).rejects.toThrow("It broke off.");
});

it.each<[bytes: number[], want: string | undefined]>([
  [[0x1f, 0x8b], "gzip"],
  [[0x1f, 0x8c], undefined],
  [[0x1e, 0x8b], undefined],
  [[0x28, 0xb5, 0x2f, 0xfd], "zstd"],
  [[0x27, 0xb5, 0x2f, 0xfd], undefined],
  [[0x28, 0xb4, 0x2f, 0xfd], undefined],
  [[0x28, 0xb5, 0x2e, 0xfd], undefined],
  [[0x28, 0xb5, 0x2f, 0xfc], undefined],
  [[0x50, 0x4b, 3, 4], "zip"],
  [[0x51, 0x4b, 3, 4], undefined],
  [[0x50, 0x4c, 3, 4], undefined],
  [[0x50, 0x4b, 4, 4], undefined],
  [[0x50, 0x4b, 3, 3], undefined],
  [[], undefined],
])("the first bytes %j tell a compression: %s", (first, want) => {
  expect(compressionOf(Uint8Array.from(first))).toBe(want);
});
