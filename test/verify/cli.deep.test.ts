import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { run } from "../cli/spawn.ts";
import { lines, notFound } from "./records.ts";

vi.setConfig({ testTimeout: 120_000 }); // a process of its own takes its time on a busy machine

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "verify-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const wrong = notFound({ status: 400 });
const verify = (args: string[], input = "") => run("src/cli/main.ts", ["verify", ...args], { input });

describe("cstar-contract verify as a program", () => {
  it("reads standard input, and prints each format", async () => {
    const cli = (format: string) => verify(["-", "--format", format], lines(notFound(), wrong));
    const [text, markdown] = await Promise.all([cli("text"), cli("markdown")]);
    expect(text).toMatchObject({
      status: 1,
      stderr: "",
      stdout: expect.stringContaining("2 of 2 records checked"),
    });
    expect(markdown).toMatchObject({
      status: 1,
      stdout: expect.stringContaining("| 1 | `status-mismatch` |"),
    });
  });

  it("adds up the reports of parts that ran side by side", async () => {
    for (const part of [1, 2, 3])
      writeFileSync(join(folder, `part${part}.ndjson`), lines(notFound(), ...(part === 2 ? [wrong] : [])));
    const program = `${process.execPath} --import tsx src/cli/main.ts verify`;
    const script = `ls ${folder}/part?.ndjson | xargs -P 2 -I{} sh -c '${program} --format json "$1" > "$1.json" || [ $? -eq 1 ]' sh {}`;
    execFileSync("sh", ["-c", script], { stdio: "pipe" });
    const parts = [1, 2, 3].map((part) => join(folder, `part${part}.ndjson.json`));
    expect(JSON.parse(readFileSync(parts[0] ?? "", "utf8"))).toMatchObject({ records: 1 });
    expect(await verify(["--merge", ...parts])).toMatchObject({
      status: 1,
      stdout: expect.stringContaining("4 of 4 records checked, 4 errors; 3 conform"),
    });
  });
});
