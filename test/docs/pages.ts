import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import type { BrowserContextOptions, Page } from "playwright-core";
import { expect } from "vitest";
import { sitePaths } from "../../scripts/docs/site/paths.ts";
import { launchBrowser } from "../browser.ts";
import { readSite, serveSite, writeSite } from "./site.ts";

/** The site as files and on servers of different habits, and a browser to look at it. */
export async function startPages() {
  const { contract, files } = await readSite();
  const site = await serveSite(files);
  const bare = await serveSite(files, { redirect: false });
  const clean = await serveSite(files, { redirect: false, html: true });
  const below = await serveSite(files, { prefix: "/some/where" });
  const folder = writeSite(files);
  const browser = await launchBrowser();
  const paths = sitePaths(contract);
  return {
    contract,
    files,
    paths,
    site,
    bare,
    clean,
    below,
    folder,
    /** The error reference. */
    address: `${site.origin}/${paths.errors}/`,
    /** Runs on a new page, and fails if anything on it went wrong meanwhile. */
    async withPage(run: (page: Page) => Promise<void>, options: BrowserContextOptions = {}): Promise<void> {
      const context = await browser.newContext({ reducedMotion: "reduce", ...options });
      try {
        const page = await context.newPage();
        const faults: string[] = [];
        page.on("pageerror", (error) => faults.push(error.message));
        page.on("console", (message) => {
          const missing = /Failed to load resource.*404/.test(message.text()); // a page that is not there says so
          if (message.type() === "error" && !missing) faults.push(message.text());
        });
        await run(page);
        expect(faults).toEqual([]);
      } finally {
        await context.close();
      }
    },
    async close(): Promise<void> {
      await browser.close();
      for (const server of [site, bare, clean, below]) await server.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Waits for what a page shows: what follows from a fragment, a key or the clipboard comes a moment after the action. */
export function soon<T>(read: () => T | Promise<T>) {
  return expect.poll(read, { timeout: 60_000 });
}

export const SCREENS = {
  "wide desktop": { width: 1920, height: 1080 },
  desktop: { width: 1440, height: 900 },
  tablet: { width: 820, height: 1180 },
  phone: { width: 390, height: 844 },
  "small phone": { width: 320, height: 640 },
};

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe objects to on the page as it is now. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { violations: found } = await (window as unknown as { axe: typeof import("axe-core") }).axe.run();
    return found.map(({ id, nodes }) => {
      const places = nodes.map(({ html }) => html).slice(0, 3);
      return `${id}: ${places.join(" ")}`;
    });
  });
}

/** Keeps a picture for people to look at, where a folder for them is named. */
export async function shoot(page: Page, name: string, fullPage = false): Promise<void> {
  const folder = process.env.SCREENSHOTS;
  if (folder === undefined || folder === "") return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: `${folder}/${name.replaceAll(" ", "-")}.png`, fullPage });
}
