import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { sandbox } from "../../src/cli/commands/sandbox.ts";
import { runCommand } from "../../src/cli/run.ts";
import { checkCommand, printCheck } from "../../src/cli/sandbox/check.ts";
import { createSandbox } from "../../src/entries/sandbox.ts";
import { contract } from "../contract/project.ts";
import { folderWith } from "../lint/document.ts";
import { recorder } from "./recorder.ts";

/** Runs the command in this process; `stop` ends it as Ctrl-C does, and `listening` resolves when it has said all. */
function start(...argv: string[]) {
  const before = process.listeners("SIGHUP");
  const terminal = recorder();
  const { out } = terminal;
  const listening = new Promise<string>((resolve) => {
    terminal.out = (text) => {
      out(text);
      resolve(text);
    };
  });
  const ended = runCommand("cstar-contract sandbox", { command: sandbox, argv, terminal });
  const stop = () => {
    for (const listener of process.listeners("SIGHUP")) if (!before.includes(listener)) listener("SIGHUP");
  };
  return { said: terminal.said, listening, ended, stop };
}

async function run(...argv: string[]) {
  const { said, ended } = start(...argv);
  return { status: await ended, ...said };
}

describe("cstar-contract sandbox", () => {
  it("says where it is, what its keys are for and what can be asked, and serves it until it is ended", async () => {
    const { said, listening, ended, stop } = start("--port", "0");
    const text = await listening;
    const base = /^Base URL {2}(http:\/\/127\.0\.0\.1:\d+\/~default\/api\/v1)$/m.exec(text)?.[1] ?? "";
    const { teamId, keys } = createSandbox().world();
    expect(text.split("\n").slice(0, 4)).toEqual([`Base URL  ${base}`, `Team      ${teamId}`, "", "Keys"]);
    for (const key of Object.values(keys)) expect(text).toContain(`\n  ${key}  `);
    for (const { code } of contract.errors) expect(text).toContain(`\n  # ${code}\n  curl -s`);
    expect(text).toMatch(/\n\nScenarios, in the address\n(?: {2}http:\S+ {2}\S.*\n)+$/);
    const tickets = `${base}/teams/${teamId}/tickets`;
    const refused = await fetch(tickets);
    expect([refused.status, (await refused.json()).error.code]).toEqual([401, "authentication_required"]);
    const headers = { authorization: `Bearer ${keys.unlimited}` };
    expect((await fetch(tickets, { headers })).status).toBe(200);
    const faults = base.replace("~default/api/v1", "~other/_sandbox/faults");
    await fetch(faults, { method: "POST", body: '{"operation":"createArticle","cut":true}' });
    stop();
    expect([await ended, said.err]).toEqual([
      0,
      "This fault of the world other never hit anything: a body that is cut off on createArticle.\n",
    ]);
    await expect(fetch(tickets)).rejects.toThrow();
  });

  it("says who can reach it on another address than this machine's own", async () => {
    const { said, listening, ended, stop } = start("--port", "0", "--host", "0.0.0.0");
    await listening;
    stop();
    expect([await ended, said.err]).toEqual([
      ...[0, "Everybody who reaches 0.0.0.0 can use the sandbox; it has no secrets.\n"],
    ]);
  });

  it("begins with the data of a seed", async () => {
    const seed = join(folderWith({ "seed.json": '{"tickets":[{"title":"Seeded"}]}' }), "seed.json");
    const { listening, ended, stop } = start("--port", "0", "--seed", seed);
    const [, base = "", teamId = ""] = /^Base URL {2}(\S+)\nTeam {6}(\S+)$/m.exec(await listening) ?? [];
    const headers = { authorization: `Bearer ${createSandbox().world().keys.unlimited}` };
    const { data } = await (await fetch(`${base}/teams/${teamId}/tickets`, { headers })).json();
    stop();
    await ended;
    expect(data.map(({ title }: { title: string }) => title)).toEqual(["Seeded"]);
  });

  it.each([
    ["a seed that is not there", ["--seed", "none.json"], /none\.json cannot be read: /],
    ["a seed that is no JSON", ["--seed", "broken.json"], /broken\.json is not valid JSON: .*\.\n/],
    ["a seed that is wrong", ["--seed", "bad.json"], /tickets\[0\]\.title of the seed is missing\./],
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
      /The command cannot be run: .*ENOENT.* It follows the two dashes: --check -- <command>/,
    ],
  ])("says what to do about %s", async (_, argv, message) => {
    const files = folderWith({ "bad.json": '{"tickets":[{}]}', "broken.json": "{" });
    const { status, out, err } = await run(
      ...argv.map((arg) => (arg.endsWith(".json") ? join(files, arg) : arg)),
    );
    expect([status, out]).toEqual([2, ""]);
    expect(err).toMatch(message);
    expect(err).toContain("See: cstar-contract sandbox --help");
  });

  it("says what to do about a port that is in use", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    const { port } = other.address() as AddressInfo;
    const { status, err } = await run("--port", String(port));
    other.close();
    expect([status, err]).toEqual([
      2,
      expect.stringContaining(`Port ${port} is in use. Stop what listens there`),
    ]);
  });
});

describe("cstar-contract sandbox --check", () => {
  it("runs the command for each case, prints how it behaved and ends with 1 if that was wrong", async () => {
    const { status, out, err } = await run("--check", "--", "true");
    expect([status, err]).toEqual([1, ""]);
    const rows = out.trimEnd().split("\n");
    const [, passed, all] = /^(\d+) of (\d+) passed$/.exec(rows.at(-1) ?? "") ?? [];
    expect(rows.at(-2)).toBe("");
    expect(rows.slice(0, -2)).toHaveLength(Number(all));
    for (const row of rows.slice(0, -2)) expect(row).toMatch(/^(?:passed|failed|untested) +\S.* {2}\S/);
    expect(rows.filter((row) => row.startsWith("passed "))).toHaveLength(Number(passed));
    const json = await run("--check", "--format", "json", "--", "true");
    expect([json.status, JSON.parse(json.out).length]).toEqual([1, Number(all)]);
  });

  it("tells the command where the API is, with which key and which team", async () => {
    const folder = folderWith({});
    const script = 'echo "$CSTAR_BASE_URL $CSTAR_API_KEY $CSTAR_TEAM_ID" > "$0/$$"; exit 3';
    const world = createSandbox().world("check-1");
    await checkCommand({ sandbox: createSandbox(), command: ["sh", "-c", script, folder], patience: 60 });
    const told = readdirSync(folder).map((name) =>
      readFileSync(join(folder, name), "utf8").trim().split(" "),
    );
    expect(told.length).toBeGreaterThan(3);
    expect(new Set(told.map(([base]) => /~(check-\d+)/.exec(base ?? "")?.[1])).size).toBe(told.length);
    expect(new Set(told.map(([, , team]) => team))).toEqual(new Set([world.teamId]));
    for (const [, key] of told) expect(Object.values(world.keys)).toContain(key);
  });

  it("ends a command that takes too long", async () => {
    const rows = await checkCommand({ sandbox: createSandbox(), command: ["sleep", "600"], patience: 0.01 });
    expect(rows.some(({ result }) => result === "passed")).toBe(false);
  });

  it("prints its rows in columns", () => {
    const rows = [
      { id: "a", title: "Short", result: "passed", because: "it did" },
      { id: "b", title: "Longer title", result: "failed", because: "it did not" },
    ];
    expect(printCheck(rows as never)).toBe(
      "passed    Short         it did\nfailed    Longer title  it did not\n\n1 of 2 passed\n",
    );
  });
});
