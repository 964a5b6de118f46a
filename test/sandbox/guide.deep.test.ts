import { spawn } from "node:child_process";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Listening, listen } from "../../src/cli/sandbox/server.ts";
import { createSandbox, type SandboxWorld } from "../../src/entries/sandbox.ts";
import { scenarios } from "../../src/sandbox/index.ts";
import { ended } from "../cli/spawn.ts";
import { readText } from "../contract/project.ts";
import { compileSamples } from "../guide/compile.ts";
import { prepare, type Runnable } from "../guide/run.ts";
import { readSamples } from "../guide/samples.ts";

const guide = readText("docs/sandbox.md");
const samples = readSamples("sandbox");

/** The block of another language with a name, and what the guide says that it prints. */
function blockOf(name: string): { code: string; prints: string } {
  const [, code = "", prints = ""] =
    new RegExp(
      `^\`\`\`\\w+ ${name}\\n([\\s\\S]*?)^\`\`\`\\n(?:\\n\`\`\`console\\n([\\s\\S]*?)^\`\`\`)?`,
      "m",
    ).exec(guide) ?? [];
  return { code, prints };
}

describe("The guide of the sandbox", () => {
  let runnable: Runnable;
  let listening: Listening;
  let world: SandboxWorld;
  beforeAll(async () => {
    runnable = await prepare(samples);
    const open = (origin: string) => createSandbox({ origin, strict: true });
    const served = await listen(open, { port: 0, host: "127.0.0.1", onError: () => {} });
    listening = served.listening;
    world = served.sandbox.world("guide");
  });
  afterAll(() => {
    runnable.remove();
    listening.close();
  });

  it("has samples that compile as they stand, with every strict option", () => {
    expect(samples.map(({ name }) => name)).toEqual(["unit", "retry", "check"]);
    expect(compileSamples(samples)).toEqual([]);
  }, 120_000);

  it.each(["unit", "retry"])(
    "prints what it says: %s",
    async (name) => {
      const { stdout, stderr } = await runnable.run(name, world.baseUrl);
      expect({ stdout, stderr }).toEqual({
        stdout: samples.find((one) => one.name === name)?.prints,
        stderr: "",
      });
    },
    60_000,
  );

  it("prints what it says, with curl", async () => {
    const { code, prints } = blockOf("curl");
    const script = code.replaceAll("http://127.0.0.1:4010", listening.origin);
    const { stdout, stderr } = await ended(spawn("bash", ["-c", script]));
    expect({ stdout, stderr }).toEqual({ stdout: prints, stderr: "" });
  }, 60_000);

  it("has a client in Python that creates its ticket", async () => {
    const env = {
      CSTAR_BASE_URL: world.baseUrl,
      CSTAR_API_KEY: world.keys.unlimited,
      CSTAR_TEAM_ID: world.teamId,
    };
    const python = spawn("python3", ["-c", blockOf("check.py").code], { env: { ...process.env, ...env } });
    expect(await ended(python)).toEqual({ status: 0, stdout: "Check\n", stderr: "" });
    expect(world.requests().at(-1)).toMatchObject({ operation: "createTicket", status: 201 });
  }, 60_000);

  it("names every scenario and every key", () => {
    const missing = [...Object.keys(scenarios), ...Object.keys(world.keys)].filter(
      (name) => !guide.includes(`\`${name}\``),
    );
    expect(missing).toEqual([]);
  });
});
