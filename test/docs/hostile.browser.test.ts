import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { sitePaths } from "../../scripts/docs/site/paths.ts";
import type { EmitInput } from "../../scripts/render/output.ts";
import { describeInBrowser, launchBrowser } from "../browser.ts";
import { readHostile } from "./hostile.ts";
import { serveSite, siteOf } from "./site.ts";

describeInBrowser("a page made of hostile texts", () => {
  let browser: Browser;
  let input: EmitInput;
  let site: Awaited<ReturnType<typeof serveSite>>;

  beforeAll(async () => {
    input = await readHostile();
    site = await serveSite(await siteOf(input));
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  it("shows them as text: nothing runs, nothing is loaded, nothing is hidden", async () => {
    const page = await browser.newPage();
    const requests: string[] = [];
    page.on("request", (request) => requests.push(request.url()));
    const { errors } = sitePaths(input.contract);
    await page.goto(`${site.origin}/${errors}/`);
    expect(await page.evaluate(() => "pwned" in window)).toBe(false);
    expect(requests).toEqual([`${site.origin}/${errors}/`]);
    expect(await page.locator("script, style, img, iframe, svg").count()).toBe(3 + 3);
    const links = await page.$$eval("a", (all) => all.map((link) => link.protocol));
    expect([...new Set(links)].filter((protocol) => !["http:", "https:"].includes(protocol))).toEqual([]);
    expect(await page.locator("article.code h3").first().isVisible()).toBe(true);
    expect(await page.textContent("article.code .prose")).toContain("<img src=x onerror=window.pwned=1>");
    await page.close();
  });
});
