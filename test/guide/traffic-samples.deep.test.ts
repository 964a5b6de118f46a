import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { verify } from "../../src/cli/commands/verify.ts";
import { readText, root } from "../contract/project.ts";
import { errorBody, headers, lines, notFound } from "../verify/records.ts";
import { compileSamples } from "./compile.ts";
import { prepare, type Runnable } from "./run.ts";
import { readSamples } from "./samples.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 }); // processes of their own take their time on a busy machine

const samples = readSamples("traffic");
const guide = readText("docs/traffic.md");

describe("The guide to traffic", () => {
  let runnable: Runnable;
  let server: Server;
  let base = "";
  beforeAll(async () => {
    runnable = await prepare(samples);
    // An error under the wrong status, to everything.
    server = createServer((_, response) => {
      response.writeHead(400, headers).end(JSON.stringify(errorBody("resource_not_found")));
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v1`;
  });
  afterAll(() => {
    server.close();
    runnable.remove();
  });

  it("has samples that compile as they stand", () => {
    expect(samples.map(({ name }) => name)).toEqual(["watch", "client", "service", "playwright"]);
    expect(compileSamples(samples)).toEqual([]);
  });

  it.each(samples.filter(({ name }) => name !== "playwright"))(
    "shows what $name.ts prints",
    async ({ name, prints }) => {
      const { stdout, stderr } = await runnable.run(name, base);
      expect([stdout, stderr]).toEqual([prints, ""]);
    },
  );

  it("names every option of the command", () => {
    const named = Object.keys(verify.options ?? {}).filter((option) => guide.includes(`--${option}`));
    expect(named).toEqual(Object.keys(verify.options ?? {}));
  });

  it("shows how parts are read side by side, and add up", () => {
    const folder = mkdtempSync(join(tmpdir(), "traffic-"));
    const program = join(folder, "cstar-contract");
    const tsx = join(root, "node_modules/tsx/dist/loader.mjs");
    writeFileSync(
      program,
      `#!/bin/sh\nexec "${process.execPath}" --import "${tsx}" "${root}src/cli/main.ts" "$@"\n`,
    );
    chmodSync(program, 0o755);
    mkdirSync(join(folder, "logs"));
    for (const part of [1, 2]) {
      writeFileSync(join(folder, `logs/${part}.ndjson`), lines(notFound(), notFound({ status: 400 })));
    }
    const script = /```sh\n(ls logs[\s\S]*?)```/.exec(guide)?.[1] ?? "";
    const env = { ...process.env, PATH: `${folder}${delimiter}${process.env.PATH}` };
    const { status, stdout, stderr } = spawnSync("sh", ["-ec", script], {
      cwd: folder,
      env,
      encoding: "utf8",
    });
    rmSync(folder, { recursive: true });
    expect([status, stderr]).toEqual([1, ""]); // there are findings
    expect(stdout).toMatch(/^4 of 4 records checked, 4 errors; 2 conform \(50.00 %\)\n/);
  });
});
