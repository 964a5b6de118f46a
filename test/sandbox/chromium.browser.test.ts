import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { describeInBrowser, launchBrowser } from "../browser.ts";
import { startPage } from "../runtimes/server.ts";

const entry = (name: string) => fileURLToPath(new URL(`../../src/entries/${name}.ts`, import.meta.url));

/** A test as somebody writes it, with the client and the sandbox in the page itself. */
const program = `
import { createClient } from ${JSON.stringify(entry("main"))};
import { createSandbox } from ${JSON.stringify(entry("sandbox"))};
const sandbox = createSandbox({ strict: true });
const world = sandbox.world("page");
const { baseUrl, teamId, keys } = world;
const cstar = createClient({ apiKey: keys.unlimited, teamId, baseUrl, fetch: sandbox.fetch });
globalThis.played = (async () => {
  world.fail({ operation: "createTicket", effect: "done", reset: "before" });
  const created = await cstar.tickets.create({ title: "In a page" });
  const missing = await cstar.tickets.get("tkt_none");
  const found = await cstar.tickets.list({ search: "in a page" });
  return [created.ok, created.attempts?.length, missing.error?.code, found.data?.length, world.report().failed];
})();
`;

describeInBrowser("The sandbox in a page", () => {
  let browser: Browser;
  let served: Awaited<ReturnType<typeof startPage>>;
  beforeAll(async () => {
    const bundled = build({
      stdin: { contents: program, resolveDir: fileURLToPath(new URL(".", import.meta.url)) },
      bundle: true,
      format: "iife",
      // Nothing of Node is built in: a \`node:\` import would end the build.
      platform: "browser",
      target: "es2022",
      write: false,
    });
    [browser, served] = await Promise.all([
      launchBrowser(),
      bundled.then(({ outputFiles }) => startPage(outputFiles[0]?.text ?? "")),
    ]);
  });
  afterAll(async () => {
    await browser.close();
    await served.close();
  });

  it("serves the client without a network", async () => {
    const page = await browser.newPage();
    await page.goto(served.origin);
    await page.waitForFunction("globalThis.played !== undefined");
    const played = await page.evaluate("globalThis.played");
    expect(played).toEqual([true, 2, "resource_not_found", 1, 0]);
  });
});
