import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { root } from "../contract/project.ts";
import { type Outcome, run, succeed } from "../package/run.ts";

// A clone as on Windows, where git writes CR LF into text files, in a folder with a space and an umlaut in its name.
const temporary = mkdtempSync(join(realpathSync(tmpdir()), "contract-clone-"));
const clone = join(temporary, "Zweite Prüfung");
beforeAll(async () => {
  const origin = join(temporary, "origin");
  const listed = await run(
    root,
    "git",
    "ls-files",
    "-z",
    "--cached",
    "--others",
    "--exclude-standard",
    "--deduplicate",
  );
  for (const file of listed.stdout.split("\0").filter((name) => name !== "")) {
    mkdirSync(dirname(join(origin, file)), { recursive: true });
    cpSync(join(root, file), join(origin, file));
  }
  await succeed(origin, "git", "init", "--quiet");
  await succeed(origin, "git", "add", "--all");
  const author = ["-c", "user.name=A", "-c", "user.email=a@example.org"];
  await succeed(origin, "git", ...author, "commit", "--quiet", "--message", "All");
  await succeed(temporary, "git", "clone", "--quiet", "--config", "core.autocrlf=true", origin, clone);
  symlinkSync(join(root, "node_modules"), join(clone, "node_modules"), "junction");
});
afterAll(() => rmSync(temporary, { recursive: true }));

const npm = (...args: string[]): Promise<Outcome> => run(clone, "npm", "run", "--silent", ...args);

test.each([
  ["its generated files are fresh", ["generate", "--", "--check"]],
  ["its types, format and style are right", ["check"]],
  ["its document has no findings", ["lint"]],
  ["it builds", ["build"]],
])("in a clone with core.autocrlf=true %s", async (_, args) => {
  const { status, stdout, stderr } = await npm(...args);
  expect(status, stdout + stderr).toBe(0);
});

test("building it changes no file that is committed", async () => {
  expect(await run(clone, "git", "status", "--porcelain", "--untracked-files=no")).toEqual({
    status: 0,
    stdout: "",
    stderr: "",
  });
});
