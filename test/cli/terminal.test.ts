import { Readable } from "node:stream";
import { afterEach, expect, test, vi } from "vitest";
import { decode } from "../../src/cli/decode.ts";
import { main, processTerminal } from "../../src/cli/terminal.ts";

const status = process.exitCode;
const streams = [process.stdout, process.stderr];
const before = streams.map((stream) => stream.listeners("error"));
afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = status;
  streams.forEach((stream, index) => {
    for (const listener of stream.listeners("error"))
      if (!before[index]?.includes(listener)) stream.removeListener("error", listener as () => void);
  });
});

/** What is written to a stream of this process meanwhile. */
function written(stream: NodeJS.WriteStream): () => string {
  const spy = vi.spyOn(stream, "write").mockReturnValue(true);
  return () => spy.mock.calls.map(([text]) => String(text)).join("");
}

test("the status of a program is that of its main function, which is handed the arguments", async () => {
  const { argv } = process;
  process.argv = ["node", "program", "one", "two"];
  await main(async (given) => (given.join() === "one,two" ? 1 : 0)).finally(() => {
    process.argv = argv;
  });
  expect(process.exitCode).toBe(1);
});

test.each([
  [new Error("A fault."), /^Error: A fault\.\n {4}at /],
  ["a word", /^a word\n$/],
])("what it throws is a fault of the program: %s", async (thrown, want) => {
  const said = written(process.stderr);
  await main(async () => {
    throw thrown;
  });
  expect([process.exitCode, said()]).toEqual([2, expect.stringMatching(want)]);
});

test.each([
  ["EPIPE", undefined, ""],
  [
    "ENOSPC",
    2,
    "error: The output cannot be written: the disk is full. Free some space, then run this again.\n",
  ],
  ["EODD", 2, "error: It is odd.\n"],
])(
  "an output that cannot be written ends the program, after %s with status %s",
  async (code, want, message) => {
    const exit = vi.spyOn(process, "exit").mockReturnValue(undefined as never);
    await main(async () => 0);
    const said = written(process.stderr);
    const error = Object.assign(new Error("It is odd."), { code, syscall: "write" });
    const [listener] = process.stdout.listeners("error").filter((one) => !before[0]?.includes(one));
    listener?.(error);
    expect(exit.mock.calls[0]).toEqual(want === undefined ? [] : [want]);
    if (want !== undefined) expect(said()).toBe(message);
    expect(process.stderr.listeners("error")).toContain(listener);
  },
);

test("results are written to one stream, talk to the other", () => {
  const [out, err] = [written(process.stdout), written(process.stderr)];
  const terminal = processTerminal();
  terminal.out("result");
  terminal.err("talk");
  expect([out(), err()]).toEqual(["result", "talk"]);
});

test.each([
  [true, "xterm", true],
  [true, "dumb", false],
  [false, "xterm", false],
])(
  "progress is shown where stderr is a terminal (%s) that can overwrite a line (%s): %s",
  (isTty, term, want) => {
    const { isTTY } = process.stderr;
    vi.stubEnv("TERM", term);
    Object.assign(process.stderr, { isTTY: isTty });
    const { interactive } = processTerminal();
    Object.assign(process.stderr, { isTTY });
    vi.unstubAllEnvs();
    expect(interactive).toBe(want);
  },
);

test("standard input is read to its end, whatever its encoding", async () => {
  const utf16 = Buffer.concat([Buffer.of(0xff, 0xfe), Buffer.from("ä💥", "utf16le")]);
  const pieces = [utf16.subarray(0, 3), utf16.subarray(3)];
  vi.spyOn(process, "stdin", "get").mockReturnValue(Readable.from(pieces) as never);
  expect(await processTerminal().readStdin()).toBe("ä💥");
});

test.each<[bytes: number[], text: string]>([
  [[0x61], "a"],
  [[], ""],
  [[0xef, 0xbb, 0xbf, 0x61], "a"],
  [[0xff, 0xfe, 0x61, 0], "a"],
  [[0xfe, 0xff, 0, 0x61], "a"],
  [[0xff, 0x61], "\ufffda"],
  [[0x61, 0xfe], "a\ufffd"],
  [[0xfe, 0x61], "\ufffda"],
  [[0x61, 0xff], "a\ufffd"],
])("the bytes %j are the text %j", (bytes, text) => {
  expect(decode(Uint8Array.from(bytes))).toBe(text);
});
