import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { describeInBrowser, launchBrowser } from "../browser.ts";
import { contract } from "../contract/project.ts";
import { fetchViewer, serveViewer, viewers } from "./viewers.ts";

describeInBrowser("The published document in other people's viewers", () => {
  const temporary = mkdtempSync(join(tmpdir(), "contract-viewers-"));
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(temporary, { recursive: true });
  });

  describe.each(viewers)("$name", (viewer) => {
    let server: Awaited<ReturnType<typeof serveViewer>>;
    beforeAll(async () => {
      server = await serveViewer(viewer, await fetchViewer(viewer, temporary));
    });
    afterAll(() => server?.close());

    test.each(["openapi.yaml", "openapi-3.0.json"])(
      "shows the operations of %s, and complains of nothing",
      async (file) => {
        const context = await browser.newContext({ viewport: { width: 1400, height: 1000 } });
        try {
          const page = await context.newPage();
          page.setDefaultTimeout(120_000);
          const complaints: string[] = [];
          // Fonts, icons and the like are left out: they are not asked of us, and tests ask nobody else.
          const isOurs = (url: string) => url.startsWith(server.origin);
          await page.route(
            (url) => !isOurs(url.href),
            (route) => route.abort(),
          );
          page.on("pageerror", (error) => complaints.push(String(error)));
          page.on("console", (message) => {
            if (message.type() === "error" && isOurs(message.location().url)) complaints.push(message.text());
          });
          const [first] = contract.operations;
          const { hash } = viewer;
          await page.goto(`${server.origin}/show/${file}${hash?.(first?.id ?? "") ?? ""}`);
          for (const operation of hash ? [first] : contract.operations) {
            await page
              .getByText(operation?.summary ?? "")
              .first()
              .waitFor({ state: "attached" });
          }
          expect(complaints).toEqual([]);
        } finally {
          await context.close();
        }
      },
    );
  });
});
