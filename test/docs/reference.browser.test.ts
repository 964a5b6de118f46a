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
    page.on("request", (request) => requests.push(request.url()));
    const file = pathToFileURL(`${folder}/${placesOf(contract).reference}/index.html`).href;
    await page.goto(file);
    await page.getByText(contract.title).first().waitFor();
    const text = (await page.textContent("body #redoc")) ?? "";
    for (const { summary } of contract.operations) expect(text).toContain(summary);
    expect(requests.filter((url) => !url.startsWith("data:") && !url.startsWith("blob:"))).toEqual([file]);
    if (process.env.SCREENSHOTS)
      await page.screenshot({ path: `${process.env.SCREENSHOTS}/reference-desktop.png` });
    await page.close();
  });
});
