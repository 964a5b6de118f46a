import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as zlib from "node:zlib";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { ended, run, start } from "../cli/spawn.ts";
import { installRuntimes, nodeProgram } from "../runtimes/runtimes.ts";
import { lines, notFound } from "./records.ts";

vi.setConfig({ testTimeout: 300_000, hookTimeout: 600_000 }); // other versions of Node are installed first

const program = "src/cli/main.ts";
const wrong = notFound({ status: 400 });
const text = lines(notFound(), wrong);

let folder = "";
let file = (_name: string) => "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "verify-streams-"));
  file = (name) => join(folder, name);
  writeFileSync(file("a.ndjson"), text);
});
afterAll(() => rmSync(folder, { recursive: true }));

const summary = "2 of 2 records checked, 2 errors; 1 conforms (50.00 %)";

describe("zstd", () => {
  beforeAll(() => {
    installRuntimes();
    const compress = `const z = require("zlib"), fs = require("fs"), [from, to] = process.argv.slice(1);
      fs.writeFileSync(to, z.zstdCompressSync(fs.readFileSync(from)));`;
    execFileSync(nodeProgram(22), ["-e", compress, file("a.ndjson"), file("a.zst")]);
  });

  it.each([22, 24] as const)("is undone by Node %i", (major) => {
    const loader = join(import.meta.dirname, "../../node_modules/tsx/dist/loader.mjs");
    const args = ["--import", loader, program, "verify"];
    const read = (more: string[], input?: Buffer) => {
      try {
        return execFileSync(nodeProgram(major), [...args, ...more], {
          input,
          encoding: "utf8",
          stdio: "pipe",
        });
      } catch (error) {
        return (error as { stdout: string }).stdout; // there are findings
      }
    };
    expect(read([file("a.zst")])).toContain(summary);
    expect(read(["-"], readFileSync(file("a.zst")))).toContain(summary);
  });

  it("is left to another program by a Node that cannot, which says so", async () => {
    const { status, stderr, stdout } = await run(program, ["verify", file("a.zst")]);
    const canUndo = "createZstdDecompress" in zlib;
    expect([status, stdout !== ""]).toEqual(canUndo ? [1, true] : [2, false]);
    if (!canUndo) expect(stderr).toContain("pipe it through `zstd -dc`, or use Node 22.15 or later");
  });
});

describe("an input that is not what it should be", () => {
  it.each<{ name: string; input: () => string | Uint8Array; status: number; says: string }>([
    { name: "nothing", input: () => "", status: 2, says: "Nothing was checked: nothing was read" },
    {
      name: "a picture",
      input: () => Uint8Array.from({ length: 50_000 }, (_, index) => (index * 7919) % 251),
      status: 2,
      says: "Nothing was checked: nothing in the input is JSON",
    },
    {
      name: "gzip that ends too early",
      input: () => zlib.gzipSync(text).subarray(0, -20),
      status: 2,
      says: "- is no whole gzip file: unexpected end of file",
    },
    {
      name: "gzip of a picture",
      input: () => zlib.gzipSync(Uint8Array.from({ length: 50_000 }, (_, index) => (index * 7919) % 251)),
      status: 2,
      says: "nothing in the input is JSON",
    },
  ])("$name is said to be so, on standard input", async ({ input, status, says }) => {
    const ran = await run(program, ["verify", "-"], { input: input() });
    expect(ran.status).toBe(status);
    expect(ran.stderr).toContain(says);
    expect(ran.stderr).not.toMatch(/^ +at /m);
  });

  it("is judged as far as it goes when who writes it ends too early", async () => {
    const { status, stdout, stderr } = await run(program, ["verify", "-"], { input: text.slice(0, -40) });
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toContain("1 of 2 records checked");
    expect(stdout).toContain("The input ends in the middle of a value");
  });
});

describe("a reader that goes away", () => {
  it("is no error, and the exit status still tells of the findings", async () => {
    const many = lines(...Array.from({ length: 1000 }, () => wrong));
    const child = start(program, ["verify", "-", "--format", "json"]);
    child.stdin?.on("error", () => {}).end(many);
    const end = ended(child);
    await once(child.stdout as NodeJS.ReadableStream, "data"); // as `head -1` does
    child.stdout?.destroy();
    const { status, stderr } = await end;
    expect([status, stderr]).toEqual([1, ""]);
  });
});
