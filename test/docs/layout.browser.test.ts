import { mkdirSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { describeInBrowser } from "../browser.ts";
import { SCREENS, startPages } from "./pages.ts";

describeInBrowser("the look of the error reference", () => {
  let pages: Awaited<ReturnType<typeof startPages>>;
  beforeAll(async () => {
    pages = await startPages();
  });
  afterAll(() => pages?.close());

  it("prints what is folded, and leaves out what paper cannot use", async () => {
    await pages.withPage(async (page) => {
      await page.goto(pages.address);
      await page.emulateMedia({ media: "print" });
      await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
      const shown = await page.$$eval("main pre", (boxes) => boxes.every((box) => box.checkVisibility()));
      expect(shown).toBe(true);
      expect(await page.locator(".top").isVisible()).toBe(false);
      expect(await page.locator(".toc").isVisible()).toBe(false);
    });
  });

  it.each(Object.entries(SCREENS))(
    "fits on a %s: nothing scrolls sideways or lies on something else",
    async (name, viewport) => {
      for (const colorScheme of ["light", "dark"] as const) {
        await pages.withPage(
          async (page) => {
            await page.goto(`${pages.address}/#rate_limit_exceeded`);
            expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
              viewport.width,
            );
            expect(await page.evaluate(overlaps)).toEqual([]);
            await shoot(page, `${name}-${colorScheme}-code`);
            await page.goto("about:blank");
            await page.goto(pages.address);
            await shoot(page, `${name}-${colorScheme}`);
          },
          { viewport, colorScheme },
        );
      }
    },
  );
});

/** Pairs of texts that share more than a sliver of the page. */
function overlaps(): string[] {
  const leaves = [
    ...document.querySelectorAll<HTMLElement>(
      "main h2, main h3, main h4, main p, main li, main dt, main dd, main summary, main pre, main button.copy",
    ),
  ];
  const boxes = leaves
    .filter((leaf) => leaf.checkVisibility() && !leaf.classList.contains("vh"))
    .map((leaf) => ({ leaf, box: leaf.getBoundingClientRect() }));
  return boxes.flatMap(({ leaf, box }, index) =>
    boxes.slice(index + 1).flatMap((other) => {
      const width = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
      const height = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
      const nested = leaf.contains(other.leaf) || other.leaf.contains(leaf);
      // A copy button stands on the empty end of the caption's row.
      const button =
        [leaf, other.leaf].some(({ className }) => className === "copy") &&
        [leaf, other.leaf].some(({ localName }) => localName === "summary");
      return width > 2 && height > 2 && !nested && !button
        ? [`${leaf.textContent} / ${other.leaf.textContent}`]
        : [];
    }),
  );
}

/** Keeps a picture for people to look at, where a folder for them is named. */
async function shoot(page: Page, name: string): Promise<void> {
  const folder = process.env.SCREENSHOTS;
  if (folder === undefined || folder === "") return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: `${folder}/errors-${name.replaceAll(" ", "-")}.png` });
}
