import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { generate as command } from "../../scripts/commands/generate.ts";
import { runCommand } from "../../src/cli/index.ts";
import { recorder } from "../cli/recorder.ts";
import { run } from "../cli/spawn.ts";
import type { Copy } from "../copy.ts";
import { copyForTest, within } from "./copy.ts";

vi.setConfig({ testTimeout: 60_000 }); // real linters and compilers take their time on a busy machine

/** Runs `npm run generate` in a copy of the project. */
async function generate(copy: Copy, ...argv: string[]) {
  const terminal = recorder();
  const status = await within(copy, () => runCommand("npm run generate --", { command, argv, terminal }));
  return { status, stdout: terminal.said.out, stderr: terminal.said.err.replace(/<\/?\w+>/g, "") };
}

/** Bytes and times of every file in generated/. */
function state({ folder }: Copy): Record<string, [bytes: string, time: number]> {
  const base = join(folder, "generated");
  const names = readdirSync(base, { recursive: true, encoding: "utf8" });
  const rows = names
    .filter((name) => statSync(join(base, name)).isFile())
    .map((name): [string, [string, number]] => {
      const path = join(base, name);
      return [name, [readFileSync(path).toString("base64"), statSync(path).mtimeMs]];
    });
  return Object.fromEntries(rows);
}

test("a fresh run writes nothing again, and --check agrees", async () => {
  const copy = copyForTest("openapi", "generated");
  await generate(copy);
  const before = state(copy);
  const [again, check] = [await generate(copy), await generate(copy, "--check")];
  const count = Object.keys(before).length;
  expect(again).toEqual({
    status: 0,
    stdout: `${count} files in generated/: 0 written, 0 removed\n`,
    stderr: "",
  });
  expect(check).toEqual({ status: 0, stdout: `${count} files in generated/ are up to date\n`, stderr: "" });
  expect(state(copy)).toEqual(before);
});

test("--check reports every stale, missing and orphaned file in one run, and writes nothing", async () => {
  const copy = copyForTest("openapi", "generated");
  await generate(copy);
  copy.write("generated/types.ts", `${copy.read("generated/types.ts")} `);
  copy.edit("generated/openapi.yaml", "cStar", "Cstar");
  copy.remove("generated/errors.json");
  copy.remove("generated/openapi.json");
  copy.write("generated/old/a.ts", "");
  copy.write("generated/b.ts", "");
  const before = state(copy);
  const { status, stdout, stderr } = await generate(copy, "--check");
  expect(
    stdout
      .split("\n")
      .filter((line) => line !== "")
      .sort(),
  ).toEqual([
    "missing   generated/errors.json",
    "missing   generated/openapi.json",
    "orphaned  generated/b.ts",
    "orphaned  generated/old/a.ts",
    "stale     generated/openapi.yaml",
    "stale     generated/types.ts",
  ]);
  expect(stderr).toBe("Run `npm run generate` and commit the result.\n");
  expect(status).toBe(1);
  expect(state(copy)).toEqual(before);
});

test("a run repairs all of it, with the same bytes as from nothing", async () => {
  const copy = copyForTest("openapi");
  const fresh = await generate(copy);
  const first = state(copy);
  const count = Object.keys(first).length;
  expect(fresh.stdout).toBe(`${count} files in generated/: ${count} written, 0 removed\n`);
  copy.write("generated/types.ts", "");
  copy.remove("generated/errors.json");
  copy.write("generated/b.ts", "");
  expect((await generate(copy)).stdout).toBe(`${count} files in generated/: 2 written, 1 removed\n`);
  const bytes = (all: ReturnType<typeof state>) =>
    Object.entries(all).map(([name, [content]]) => [name, content]);
  expect(bytes(state(copy))).toEqual(bytes(first));
});

test("a document that cannot be used stops the run: findings on stderr, status 1, nothing written", async () => {
  const copy = copyForTest("openapi", "generated");
  const before = state(copy);
  copy.edit("openapi/openapi.yaml", "  title: cStar API\n", "");
  copy.write("openapi/errors/left_over.yaml", "title: Left over\n");
  const write = await generate(copy);
  const check = await generate(copy, "--check");
  expect(write).toEqual({
    status: 1,
    stdout: "",
    stderr: `openapi/errors/left_over.yaml
  1:1  error    Nothing in the document refers to this file: add a $ref to it where it belongs, or delete it.  source-unreached

openapi/openapi.yaml
  2:1  error    \`title\` is missing: write a text.  contract-fact

2 errors
`,
  });
  expect(check).toEqual(write);
  expect(state(copy)).toEqual(before);
});

test("an argument that does not exist is refused by the program itself", async () => {
  const copy = copyForTest("openapi");
  expect(await run("scripts/generate.ts", ["--chekc"], { cwd: copy.folder })).toEqual({
    status: 2,
    stdout: "",
    stderr: "error: Unknown option --chekc. Did you mean --check?\nSee: npm run generate -- --help\n",
  });
  expect(readdirSync(copy.folder)).toEqual(["openapi"]);
});

test("started in another folder, it says so in one sentence", async () => {
  const elsewhere = copyForTest().folder;
  expect(await run("scripts/generate.ts", ["--check"], { cwd: elsewhere })).toEqual({
    status: 2,
    stdout: "",
    stderr: `error: There is no openapi/openapi.yaml in ${elsewhere}. Change into the folder of the project, then run this again.\nSee: npm run generate -- --help\n`,
  });
});
