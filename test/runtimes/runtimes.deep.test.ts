import { execFile, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { errorCatalog } from "../../src/entries/main.ts";
import { type Bundle, bundleScenario } from "./bundle.ts";
import { installRuntimes, nodeProgram, programIn } from "./runtimes.ts";
import type { Places, Told } from "./scenario.ts";
import { startApi } from "./server.ts";

const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), "contract-runtimes-"));
let bundle: Bundle;
beforeAll(async () => {
  installRuntimes();
  bundle = await bundleScenario();
  writeFileSync(join(folder, "scenario.mjs"), bundle.code);
  writeFileSync(
    join(folder, "main.mjs"),
    'import { play } from "./scenario.mjs";\nconst [api, nobody] = globalThis.Deno?.args ?? process.argv.slice(2);\nconsole.log(JSON.stringify(await play({ api, nobody })));\n',
  );
  writeFileSync(join(folder, "worker.mjs"), worker);
  writeFileSync(join(folder, "worker.capnp"), workerConfig);
}, 300_000);
afterAll(() => rmSync(folder, { recursive: true }));

const worker = `import { play } from "scenario.mjs";
export default {
  async fetch(request) {
    const { searchParams } = new URL(request.url);
    return Response.json(await play(Object.fromEntries(searchParams)));
  },
};
`;

/** The worker on a port of this machine, which may call others of it. */
const workerConfig = `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "main", worker = .main), (name = "internet", network = (allow = ["private"]))],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")]
);
const main :Workerd.Worker = (
  modules = [
    (name = "worker", esModule = embed "worker.mjs"),
    (name = "scenario.mjs", esModule = embed "scenario.mjs")
  ],
  compatibilityDate = "2026-11-01"
);
`;

type Played = Record<string, Told>;

async function withApi(work: (places: Places) => Promise<Played>): Promise<Played> {
  const [api, gone] = await Promise.all([startApi(), startApi()]);
  await gone.close();
  try {
    return await work({ api: `${api.origin}/api/v1`, nobody: `${gone.origin}/api/v1` });
  } finally {
    await api.close();
  }
}

function playOn(program: string, ...before: string[]): Promise<Played> {
  return withApi(async ({ api, nobody }) => {
    const { stdout, stderr } = await run(program, [...before, join(folder, "main.mjs"), api, nobody]);
    expect(stderr).toBe("");
    return JSON.parse(stdout);
  });
}

/** Plays the scenario in a worker, which is started for it and tells on a pipe where it listens. */
function playInWorker(): Promise<Played> {
  return withApi(async (places) => {
    const args = ["serve", join(folder, "worker.capnp"), "--control-fd=1"];
    const process = spawn(programIn(".bin/workerd"), args, { stdio: ["ignore", "pipe", "inherit"] });
    try {
      const port = await new Promise<string>((resolve, reject) => {
        process.once("exit", (code) => reject(new Error(`workerd ended with ${code}`)));
        process.stdout.on("data", (text) => {
          const [, found] = /"port":(\d+)/.exec(String(text)) ?? [];
          if (found) resolve(found);
        });
      });
      const response = await fetch(`http://127.0.0.1:${port}/?${new URLSearchParams({ ...places })}`);
      return (await response.json()) as Played;
    } finally {
      process.kill();
    }
  });
}

describe("The bundle of the client", () => {
  it("is made without any module of Node", () => {
    expect(bundle.modules.some((path) => path.endsWith("src/client/transport.ts"))).toBe(true);
    const ofNode = (path: string) => path.startsWith("node:") || builtinModules.includes(path);
    expect(bundle.modules.filter(ofNode)).toEqual([]);
  });
});

describe("The client on other runtimes", () => {
  let own: Played;
  beforeAll(async () => {
    own = await playOn(process.execPath);
  });

  /** Each runtime has its own words for a refused connection. */
  const comparable = (played: Played) => ({ ...played, connection: {} });

  it("tells on this Node what the contract says", () => {
    for (const [code, { status, type }] of Object.entries(errorCatalog)) {
      expect(own[code]).toMatchObject({ status, type });
    }
    const { found, limited, html, truncated, stalled, aborted, refused, connection, local, pages } = own;
    const { sandbox, kit } = own;
    expect(found).toMatchObject({ status: 200, rateLimit: { limit: 1000, remaining: 999, window: 3600 } });
    expect(limited).toEqual({ delays: [0, 1000] });
    expect(html).toMatchObject({ code: "unexpected_response", status: 502, contentType: "text/html" });
    expect(truncated).toMatchObject({ code: "connection_error", outcome: "unknown" });
    expect(stalled).toMatchObject({ code: "timeout", stopped: "attempts" });
    expect(aborted).toMatchObject({ code: "aborted", cause: "Error: left" });
    expect(refused).toEqual({ code: "connection_error" });
    expect(connection).toEqual({ outcome: "not_sent", networkCode: "ECONNREFUSED" });
    expect(local).toEqual({ code: "local_error", outcome: "not_sent" });
    expect(pages).toEqual({ names: ["customer 1", "customer 2"] });
    expect(sandbox).toEqual({
      attempts: ["connection_error", null],
      stored: 1,
      missing: "resource_not_found",
      failedExpectations: 0,
      verdict: { records: 4, errors: 0 },
    });
    expect(kit).toMatchObject({ missing: "resource_not_found", broken: "internal_error" });
    expect(JSON.stringify(kit?.text)).not.toContain("hunter2");
    expect(kit?.reported).toEqual(["Error: the password is hunter2"]);
  });

  it.each([22, 24] as const)("tells the same on Node %i", async (major) => {
    const program = nodeProgram(major);
    const { stdout } = await run(program, ["--version"]);
    expect(stdout).toMatch(new RegExp(`^v${major}\\.`));
    expect(await playOn(program)).toEqual(own);
  });

  it("tells the same on Bun, and that nothing was sent where nobody listens", async () => {
    const played = await playOn(programIn(".bin/bun"));
    expect(comparable(played)).toEqual(comparable(own));
    expect(played.connection).toMatchObject({ outcome: "not_sent" });
  });

  it("tells the same on Deno, and that nothing was sent where nobody listens", async () => {
    const played = await playOn(programIn(".bin/deno"), "run", "--allow-net", "--no-config");
    expect(comparable(played)).toEqual(comparable(own));
    expect(played.connection).toMatchObject({ outcome: "not_sent" });
  });

  it("tells the same in workerd", async () => {
    expect(comparable(await playInWorker())).toEqual(comparable(own));
  });
});
