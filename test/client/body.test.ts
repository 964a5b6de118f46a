import { describe, expect, it } from "vitest";
import { type Body, cancelBody, readBody as read } from "../../src/client/body.ts";

const mebibyte = 1024 * 1024;

/** Reads the stream behind `reader` as the body of a success or of anything else. */
const readBody = (reader: Parameters<typeof read>[1], ok: boolean): Promise<Body> =>
  read({ ok, body: null, arrayBuffer: async () => new ArrayBuffer(0) }, reader);

/** A body of chunks, each of so many bytes; byte `i` of chunk `n` is `n`. */
function bodyOf(...sizes: number[]) {
  const seen = { cancelled: false, pulled: 0 };
  const stream = new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      pull(controller) {
        const size = sizes[seen.pulled];
        if (size === undefined) return controller.close();
        controller.enqueue(new Uint8Array(size).fill(seen.pulled++));
      },
      cancel() {
        seen.cancelled = true;
      },
    },
    { highWaterMark: 0 },
  );
  return { seen, reader: stream.getReader() };
}

describe("readBody", () => {
  it("puts chunks together in their order", async () => {
    const { bytes, complete } = await readBody(bodyOf(2, 1, 3).reader, true);
    expect([...bytes]).toEqual([0, 0, 1, 2, 2, 2]);
    expect(complete).toBe(true);
  });

  it.each([
    ["one chunk", [3], 3],
    ["an empty chunk", [0], 0],
    ["an empty chunk before others", [0, 2], 2],
    ["nothing", [], 0],
  ])("reads %s", async (_, sizes, length) => {
    const { reader, seen } = bodyOf(...sizes);
    const { bytes, complete } = await readBody(reader, true);
    expect(bytes).toHaveLength(length);
    expect({ complete, ...seen }).toEqual({ complete: true, cancelled: false, pulled: sizes.length });
  });

  it("gives no bytes for no body", async () => {
    expect(await readBody(undefined, true)).toEqual({ bytes: new Uint8Array(0), complete: true });
  });

  it("reads a mebibyte of an error, and not a byte more", async () => {
    expect((await readBody(bodyOf(mebibyte).reader, false)).complete).toBe(true);
    const { reader, seen } = bodyOf(mebibyte - 1, 1, 1, 1);
    const { bytes, complete } = await readBody(reader, false);
    expect({ complete, ...seen }).toEqual({ complete: false, cancelled: true, pulled: 3 });
    expect(bytes).toHaveLength(16 * 1024);
  });

  it("cuts a single chunk that is too long", async () => {
    const { bytes, complete } = await readBody(bodyOf(mebibyte + 1).reader, false);
    expect(bytes).toHaveLength(16 * 1024);
    expect(complete).toBe(false);
  });

  it("reads 64 mebibytes of a success", async () => {
    const sizes = Array<number>(64).fill(mebibyte);
    expect((await readBody(bodyOf(...sizes).reader, true)).bytes).toHaveLength(64 * mebibyte);
    expect((await readBody(bodyOf(...sizes, 1).reader, true)).complete).toBe(false);
  });

  it("reads a body without a stream as a whole, under the same cap", async () => {
    const withoutStream = (length: number, ok: boolean) => {
      const response = { ok, arrayBuffer: async () => new ArrayBuffer(length) } as Response;
      return read(response, undefined);
    };
    expect(await withoutStream(5, true)).toEqual({ bytes: new Uint8Array(5), complete: true });
    expect((await withoutStream(mebibyte, false)).complete).toBe(true);
    const { bytes, complete } = await withoutStream(mebibyte + 1, false);
    expect({ length: bytes.length, complete }).toEqual({ length: 16 * 1024, complete: false });
  });

  it("throws what the connection threw", async () => {
    const broken = new ReadableStream<Uint8Array<ArrayBuffer>>({
      pull: (controller) => controller.error(new Error("reset")),
    });
    await expect(readBody(broken.getReader(), true)).rejects.toThrow("reset");
  });
});

describe("cancelBody", () => {
  it("does not care what a body says to it, nor whether there is one", async () => {
    cancelBody(null);
    cancelBody(undefined);
    cancelBody({ cancel: () => Promise.reject(new Error("locked")) });
    await new Promise(setImmediate);
  });
});
