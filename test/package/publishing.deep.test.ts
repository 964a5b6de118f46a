import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { afterAll, beforeAll, expect, test } from "vitest";
import { programOf } from "./consumer.ts";
import { entryData, manifest } from "./manifest.ts";
import { type Packed, packProject } from "./pack.ts";
import { run } from "./run.ts";

const temporary = mkdtempSync(join(tmpdir(), "contract-publishing-"));
let packed: Packed;
beforeAll(async () => {
  packed = await packProject(temporary);
});
afterAll(() => rmSync(temporary, { recursive: true }));

test("publint has nothing to say about the tarball, not even a suggestion", async () => {
  const { buffer, byteOffset, byteLength } = readFileSync(packed.tarball);
  const tarball = buffer.slice(byteOffset, byteOffset + byteLength);
  const { messages, pkg } = await publint({ pack: { tarball }, level: "suggestion", strict: true });
  expect(pkg.name).toBe(manifest.name);
  expect(messages.map((message) => formatMessage(message, pkg, { color: false }))).toEqual([]);
});

test("attw finds the types of every module where ESM is asked for", async () => {
  const data = [...entryData, "package.json"].map((file) => file.split("/").at(-1) ?? "");
  const args = [
    packed.tarball,
    "--profile",
    "esm-only",
    "--format",
    "json",
    "--exclude-entrypoints",
    ...data,
  ];
  const { status, stdout, stderr } = await run(
    temporary,
    process.execPath,
    programOf("@arethetypeswrong/cli", "dist/index.js"),
    ...args,
  );
  expect(status, stdout + stderr).toBe(0);
  const { analysis } = JSON.parse(stdout) as { analysis: { entrypoints: Record<string, unknown> } };
  const modules = Object.entries(manifest.exports).filter(([, target]) => typeof target !== "string");
  expect(Object.keys(analysis.entrypoints).sort()).toEqual(modules.map(([entry]) => entry).sort());
});
