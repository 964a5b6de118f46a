import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { describeInBrowser } from "../browser.ts";
import { startPages } from "./pages.ts";

describeInBrowser("the API reference in a browser", () => {
  let pages: Awaited<ReturnType<typeof startPages>>;
  beforeAll(async () => {
    pages = await startPages();
  });
  afterAll(() => pages?.close());

  it("shows every operation from the file system, without a script, and asks nobody for anything", async () => {
    await pages.withPage(
      async (page) => {
        const requests: string[] = [];
        page.on("request", (request) => requests.push(request.url()));
        const file = pathToFileURL(`${pages.folder}/${pages.paths.reference}/index.html`).href;
        await page.goto(file);
        for (const { id, summary, method, path } of pages.contract.operations) {
          const article = page.locator(`article:has(h3[id="${id}"])`);
          const text = (await article.textContent()) ?? "";
          for (const part of [summary, method.toUpperCase(), path]) expect(text).toContain(part);
        }
        expect(requests).toEqual([file]);
      },
      { javaScriptEnabled: false },
    );
  });

  it("is where the error reference leads for each operation", async () => {
    await pages.withPage(async (page) => {
      await page.goto(pages.address);
      const links = await page.$$eval(".matrix tbody a", (all) =>
        all.map((link) => (link as HTMLAnchorElement).href),
      );
      for (const [index, { id }] of pages.contract.operations.entries()) {
        await page.goto(links[index] ?? "");
        expect(await page.locator(":target").getAttribute("id")).toBe(id);
      }
    });
  });

  it("is small enough for a slow phone, and complete when it has arrived", async () => {
    await pages.withPage(async (page) => {
      await page.goto(`${pages.site.origin}/${pages.paths.reference}/`);
      // Not the clock, since machines that run tests are slow and busy: without scripts, bytes decide the time.
      const bytes = await page.evaluate(() => {
        const [navigation] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
        return navigation?.decodedBodySize ?? 0;
      });
      expect(bytes).toBeGreaterThan(100_000);
      expect(bytes).toBeLessThan(400_000);
      expect(await page.locator("article.operation").count()).toBe(pages.contract.operations.length);
    });
  });
});
