import { spawn } from "node:child_process";
import { describe, expect, it } from "vitest";
import { contract } from "../contract/project.ts";
import { ended, start } from "./spawn.ts";

const CLI = "src/cli/main.ts";

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
});
