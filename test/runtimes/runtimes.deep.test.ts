import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { errorCatalog } from "../../src/entries/main.ts";
import { type Bundle, bundleScenario } from "./bundle.ts";
import { installNodes, nodeProgram } from "./nodes.ts";
import type { Told } from "./scenario.ts";
import { startApi } from "./server.ts";

const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), "contract-runtimes-"));
let bundle: Bundle;
beforeAll(async () => {
  installNodes();
  bundle = await bundleScenario();
  writeFileSync(join(folder, "scenario.mjs"), bundle.code);
  writeFileSync(
    join(folder, "main.mjs"),
    'import { play } from "./scenario.mjs";\nconst [, , api, nobody] = process.argv;\nconsole.log(JSON.stringify(await play({ api, nobody })));\n',
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

async function playOn(program: string): Promise<{ version: string; told: Record<string, Told> }> {
  const [api, gone] = await Promise.all([startApi(), startApi()]);
  await gone.close();
  try {
    const args = [join(folder, "main.mjs"), `${api.origin}/api/v1`, `${gone.origin}/api/v1`];
    const [{ stdout, stderr }, version] = await Promise.all([
      run(program, args),
      run(program, ["--version"]),
    ]);
    expect(stderr).toBe("");
    return { version: version.stdout, told: JSON.parse(stdout) as Record<string, Told> };
  } finally {
    await api.close();
  }
}

describe("The bundle of the client", () => {
  it("is made without any module of Node", () => {
    expect(bundle.modules.some((path) => path.endsWith("src/client/transport.ts"))).toBe(true);
    const ofNode = (path: string) => path.startsWith("node:") || builtinModules.includes(path);
    expect(bundle.modules.filter(ofNode)).toEqual([]);
  });
});

describe("The client on other versions of Node", () => {
  it("tells the same on Node 20, 22 and 24", async () => {
    const own = await playOn(process.execPath);
    for (const [code, { status, type }] of Object.entries(errorCatalog)) {
      expect(own.told[code]).toMatchObject({ status, type });
    }
    const { found, limited, html, truncated, stalled, aborted, refused, local, pages } = own.told;
    expect(found).toMatchObject({ status: 200, rateLimit: { limit: 1000, remaining: 999, window: 3600 } });
    expect(limited).toEqual({ delays: [0, 1000] });
    expect(html).toMatchObject({ code: "unexpected_response", status: 502, contentType: "text/html" });
    expect(truncated).toMatchObject({ code: "connection_error", outcome: "unknown" });
    expect(stalled).toMatchObject({ code: "timeout", stopped: "attempts" });
    expect(aborted).toMatchObject({ code: "aborted", cause: "Error: left" });
    expect(refused).toEqual({ code: "connection_error" });
    expect(local).toEqual({ code: "local_error", outcome: "not_sent" });
    expect(pages).toEqual({ names: ["customer 1", "customer 2"] });
    for (const major of [22, 24] as const) {
      const other = await playOn(nodeProgram(major));
      expect(other.version).toMatch(new RegExp(`^v${major}\\.`));
      expect(other.told).toEqual(own.told);
    }
  });
});
