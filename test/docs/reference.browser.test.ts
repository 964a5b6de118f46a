import { rmSync } from "node:fs";
import { pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { placesOf } from "../../scripts/docs/site/places.ts";
import type { Contract } from "../../src/contract/index.ts";
import { describeInBrowser, launchBrowser } from "../browser.ts";
import { readSite, writeSite } from "./site.ts";

describeInBrowser("the API reference in a browser", () => {
  let browser: Browser;
  let contract: Contract;
  let folder: string;

  beforeAll(async () => {
    const site = await readSite();
    contract = site.contract;
    folder = writeSite(site.files);
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    if (folder) rmSync(folder, { recursive: true });
  });

  it("shows every operation from the file system, and asks nobody for anything", async () => {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    const requests: string[] = [];
    const faults: string[] = [];
    page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
    page.on("pageerror", (error) => faults.push(error.message));
    page.on("request", (request) => requests.push(request.url()));
    const file = pathToFileURL(`${folder}/${placesOf(contract).reference}/index.html`).href;
    await page.goto(file);
    for (const { id, summary } of contract.operations) {
      const link = page.locator(`a[href$='/${id.toLowerCase()}']`).first();
      await link.waitFor({ state: "attached" });
      await link.evaluate((element) => (element as HTMLAnchorElement).click());
      await page.getByText(summary, { exact: true }).first().waitFor({ state: "attached" });
    }
    expect(requests.filter((url) => !url.startsWith("data:") && !url.startsWith("blob:"))).toEqual([file]);
    expect(faults).toEqual([]);
    if (process.env.SCREENSHOTS)
      await page.screenshot({ path: `${process.env.SCREENSHOTS}/reference-desktop.png` });
    await page.close();
  });

  it("is where the error reference leads for each operation", async () => {
    const page = await browser.newPage();
    const { errors } = placesOf(contract);
    await page.goto(pathToFileURL(`${folder}/${errors}/index.html`).href);
    const links = await page.$$eval(".matrix tbody a", (all) =>
      all.map((link) => (link as HTMLAnchorElement).href),
    );
    await page.goto(links[0]?.replace(/#.*/, "") ?? "");
    for (const [index, { method, path }] of contract.operations.entries()) {
      const place = `#${links[index]?.split("#")[1]}`;
      const link = page.locator(`a[href="${place}"]`).first();
      await link.waitFor({ state: "attached" });
      expect(await link.textContent()).toBe(method + path);
    }
    await page.close();
  });
});
