import { rmSync } from "node:fs";
import type { BrowserContextOptions, Page } from "playwright-core";
import { expect } from "vitest";
import { placesOf } from "../../scripts/docs/site/places.ts";
import { launchBrowser } from "../browser.ts";
import { readSite, serveSite, writeSite } from "./site.ts";

/** The site as files and on two servers, and a browser to look at it. */
export async function startPages() {
  const { contract, files } = await readSite();
  const site = await serveSite(files);
  const bare = await serveSite(files, { redirect: false });
  const folder = writeSite(files);
  const browser = await launchBrowser();
  return {
    contract,
    site,
    bare,
    folder,
    address: `${site.origin}/${placesOf(contract).errors}`,
    /** Runs on a new page, and fails if anything on it went wrong meanwhile. */
    async withPage(run: (page: Page) => Promise<void>, options: BrowserContextOptions = {}): Promise<void> {
      const context = await browser.newContext({ reducedMotion: "reduce", ...options });
      try {
        const page = await context.newPage();
        const faults: string[] = [];
        page.on("pageerror", (error) => faults.push(error.message));
        page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
        await run(page);
        expect(faults).toEqual([]);
      } finally {
        await context.close();
      }
    },
    async close(): Promise<void> {
      await browser.close();
      await site.close();
      await bare.close();
      rmSync(folder, { recursive: true });
    },
  };
}

export const SCREENS = {
  desktop: { width: 1440, height: 900 },
  tablet: { width: 820, height: 1180 },
  phone: { width: 390, height: 844 },
  "small phone": { width: 320, height: 640 },
};
