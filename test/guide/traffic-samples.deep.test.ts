import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { verify } from "../../src/cli/commands/verify.ts";
import { readText } from "../contract/project.ts";
import { errorBody, headers } from "../verify/records.ts";
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
});
