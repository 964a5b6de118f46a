import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { contract } from "../contract/project.ts";
import { ended, run, start } from "./spawn.ts";

const CLI = "src/cli/main.ts";
const folder = mkdtempSync(join(tmpdir(), "contract-sandbox-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Starts it on a free port; resolves when it has said all. */
async function started(...args: string[]) {
  const child = start(CLI, ["sandbox", "--port", "0", ...args]);
  const end = ended(child);
  let said = "";
  child.stdout?.on("data", (chunk) => {
    said += chunk;
  });
  await expect.poll(() => said, { timeout: 60_000 }).toContain("+slow/api/v1");
  return { child, end, said, base: /Base URL {2}(\S+)/.exec(said)?.[1] ?? "" };
}

describe("cstar-contract sandbox", () => {
  it("says where it is, what its keys are for and how to get each error, and ends in the middle of a stall", async () => {
    const { child, end, said, base } = await started();
    expect(said).toContain("sk_test_expired0000000000000000000000000  has expired");
    const commands = [...said.matchAll(/^ {2}# (\w+)\n((?: {2}curl .*\n)+)/gm)];
    expect(commands.map(([, code]) => code).sort()).toEqual(contract.errors.map(({ code }) => code).sort());
    const script = commands.map(([, , lines]) => lines?.trim().split("\n").join("; echo; ")).join("; echo; ");
    const curl = spawn("bash", ["-c", script]);
    const { stdout } = await ended(curl);
    const codes = stdout
      .split("\n")
      .flatMap((line) => (line.startsWith('{"success":false') ? [JSON.parse(line).error.code] : []));
    expect(new Set(codes)).toEqual(new Set(contract.errors.map(({ code }) => code)));

    const headers = { authorization: "Bearer sk_test_unlimited00000000000000000000000" };
    const faults = base.replace("~default/api/v1", "~other/_sandbox/faults");
    await fetch(faults, { method: "POST", body: '{"operation":"createArticle","cut":true}' });
    const stalled = fetch(
      `${base.replace("/api", "+stalled-body/api")}/teams/550e8400-e29b-41d4-a716-446655440000/tickets`,
      { headers },
    );
    const body = (await stalled).text().catch(() => "cut");
    child.kill("SIGINT");
    const { status, stderr } = await end;
    expect([status, await body]).toEqual([0, "cut"]);
    expect(stderr).toBe(
      "This fault of the world other never hit anything: a body that is cut off on createArticle.\n",
    );
  }, 120_000);

  it("warns when others can reach it", async () => {
    const { child, end } = await started("--host", "0.0.0.0");
    child.kill("SIGTERM");
    expect((await end).stderr).toBe(
      "Everybody who reaches 0.0.0.0 can use the sandbox; it has no secrets.\n",
    );
  }, 120_000);

  const bad = join(folder, "bad.json");
  writeFileSync(bad, '{"tickets":[{}]}');
  const broken = join(folder, "broken.json");
  writeFileSync(broken, "{");
  it.each([
    ["a seed that is not there", ["--seed", join(folder, "none.json")], /none\.json cannot be read: /],
    ["a seed that is no JSON", ["--seed", broken], /broken\.json is not valid JSON: /],
    ["a seed that is wrong", ["--seed", bad], /tickets\[0\]\.title of the seed is missing\./],
    ["a port that cannot be", ["--port", "70000"], /--port is 70000; the highest port is 65535\./],
    [
      "a check of nothing",
      ["--check"],
      /--check needs a command that creates one ticket: sandbox --check -- node /,
    ],
    ["a command without --check", ["node"], /Unexpected argument "node"\. A command goes with --check\./],
    [
      "a command that does not exist",
      ["--check", "--", "no-such-program"],
      /The command cannot be run: .*ENOENT/,
    ],
  ])(
    "says what to do about %s",
    async (_, args, message) => {
      const { status, stderr, stdout } = await run(CLI, ["sandbox", ...args]);
      expect([status, stdout]).toEqual([2, ""]);
      expect(stderr).toMatch(message);
      expect(stderr).not.toContain("    at ");
    },
    60_000,
  );

  it("says what to do about a port that is in use", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    const { port } = other.address() as AddressInfo;
    const { status, stderr } = await run(CLI, ["sandbox", "--port", String(port)]);
    other.close();
    expect([status, stderr]).toEqual([
      2,
      expect.stringContaining(`Port ${port} is in use. Stop what listens there`),
    ]);
  }, 60_000);
});
