import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { run } from "../cli/spawn.ts";
import { readText } from "../contract/project.ts";
import { prepare, type Runnable } from "../guide/run.ts";
import { readSamples } from "../guide/samples.ts";

const CLI = "src/cli/main.ts";
const check = (command: string[]) =>
  run(CLI, ["sandbox", "--check", "--strict", "--format", "json", "--", ...command]);
const failedOf = (stdout: string) =>
  (JSON.parse(stdout) as { id: string; result: string; because: string }[]).filter(
    ({ result }) => result !== "passed",
  );

describe("The check of a client's command", () => {
  const folder = mkdtempSync(join(tmpdir(), "contract-check-"));
  let guide: Runnable;
  beforeAll(async () => {
    guide = await prepare(readSamples("sandbox"));
  });
  afterAll(() => {
    guide.remove();
    rmSync(folder, { recursive: true });
  });

  it("passes the client of this package in all behaviours", async () => {
    const { stdout, status } = await check([process.execPath, guide.file("check")]);
    expect(failedOf(stdout)).toEqual([]);
    expect(status).toBe(0);
  });

  it("passes the guide's client in Python in all behaviours", async () => {
    const file = join(folder, "check.py");
    const [, code = ""] = /^```python check\.py\n([\s\S]*?)^```/m.exec(readText("docs/sandbox.md")) ?? [];
    writeFileSync(file, code);
    const { stdout, status } = await check(["python3", file]);
    expect(failedOf(stdout)).toEqual([]);
    expect(status).toBe(0);
  });

  it("fails a client that knows nothing of all this, and names what it does", async () => {
    const file = join(folder, "naive.mjs");
    writeFileSync(
      file,
      `const { CSTAR_BASE_URL: base, CSTAR_API_KEY: key, CSTAR_TEAM_ID: team } = process.env;
const headers = { authorization: "Bearer " + key };
for (let tries = 0; tries < 8; tries++) {
  const signal = AbortSignal.timeout(2000);
  const response = await fetch(base + "/teams/" + team + "/tickets", { method: "POST", headers, body: '{"title":"Check"}', signal }).catch(() => undefined);
  if (response?.ok) process.exit(0);
}
process.exit(1);
`,
    );
    const { stdout, status } = await check([process.execPath, file]);
    expect(failedOf(stdout).map(({ id }) => id)).toEqual([
      "waits-for-retry-after",
      "repeats-no-refusal",
      "one-idempotency-key",
      "doubles-no-write",
      "follows-no-redirect",
      "ends-when-stalled",
      "does-not-storm",
      "claims-no-false-success",
    ]);
    expect(status).toBe(1);
  });
});
