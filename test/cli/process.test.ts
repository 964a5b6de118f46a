import { once } from "node:events";
import { expect, test, vi } from "vitest";
import { ended, run, start } from "./spawn.ts";

vi.setConfig({ testTimeout: 60_000 }); // a process of its own takes its time on a busy machine

const shop = (...args: string[]) => run("test/cli/program.ts", args);

test("results go to stdout and talk to stderr, each alone", async () => {
  const [fine, wrong] = await Promise.all([shop("order", "a", "b"), shop("order")]);
  expect(fine).toEqual({ status: 0, stdout: '[["a","b"],"small",2,null,"",false]\n', stderr: "" });
  expect(wrong).toEqual({
    status: 2,
    stdout: "",
    stderr: "error: Missing argument <tea>: which one.\nSee: shop order --help\n",
  });
});

test("a pipe gets no control codes, even when colours are forced on terminals", async () => {
  const forced = await run("test/cli/program.ts", ["style"], { env: { FORCE_COLOR: "1" } });
  expect(forced).toEqual({ status: 0, stdout: "out false\n", stderr: "err\n" });
});

test("standard input is read whole, as UTF-8", async () => {
  const input = "ä💥\n".repeat(50_000);
  const { stdout } = await run("test/cli/program.ts", ["echo"], { input });
  expect(stdout === input).toBe(true);
});

test("a reader that leaves early is no fault", async () => {
  const child = start("test/cli/program.ts", ["flood"]);
  const done = ended(child);
  await once(child.stdout as NodeJS.ReadableStream, "data");
  child.stdout?.destroy();
  expect(await done).toMatchObject({ stderr: "" });
  expect([0, 1]).toContain(child.exitCode);
});

test("a reader of the talk that leaves early is no fault either", async () => {
  const child = start("test/cli/program.ts", ["chatter"]);
  const done = ended(child);
  await once(child.stderr as NodeJS.ReadableStream, "data");
  child.stderr?.destroy();
  await done;
  expect(child.exitCode).toBe(0);
});
