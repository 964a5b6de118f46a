import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { placesOf } from "../../scripts/docs/site/places.ts";
import type { Contract } from "../../src/contract/index.ts";
import { describeInBrowser, launchBrowser } from "../browser.ts";
import { readSite, serveSite, writeSite } from "./site.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const SCREENS = {
  desktop: { width: 1440, height: 900 },
  tablet: { width: 820, height: 1180 },
  phone: { width: 390, height: 844 },
  "small phone": { width: 320, height: 640 },
};

describeInBrowser("the error reference in a browser", () => {
  let browser: Browser;
  let contract: Contract;
  let site: Awaited<ReturnType<typeof serveSite>>;
  let bare: Awaited<ReturnType<typeof serveSite>>;
  let folder: string;
  let address: string;

  beforeAll(async () => {
    const built = await readSite();
    contract = built.contract;
    site = await serveSite(built.files);
    bare = await serveSite(built.files, { redirect: false });
    folder = writeSite(built.files);
    address = `${site.origin}/${placesOf(contract).errors}`;
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
    await bare?.close();
    if (folder) rmSync(folder, { recursive: true });
  });

  const withPage = async <T>(
    run: (page: Page) => Promise<T>,
    options: BrowserContextOptions = {},
  ): Promise<T> => {
    const context = await browser.newContext({ reducedMotion: "reduce", ...options });
    try {
      const page = await context.newPage();
      const faults: string[] = [];
      page.on("pageerror", (error) => faults.push(error.message));
      page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
      const result = await run(page);
      expect(faults).toEqual([]);
      return result;
    } finally {
      await context.close();
    }
  };
  const visibleCodes = (page: Page) =>
    page.$$eval("article.code", (articles) =>
      articles
        .filter((article) => article.getClientRects().length > 0)
        .map((article) => article.querySelector("h3")?.id),
    );

  it("brings every doc_url to the heading of its code, below the bar", async () => {
    await withPage(async (page) => {
      for (const { code, docUrl } of contract.errors) {
        const { pathname, hash } = new URL(docUrl);
        await page.goto("about:blank");
        await page.goto(site.origin + pathname + hash);
        const target = page.locator(":target");
        expect(await target.textContent()).toBe(code);
        expect(await target.evaluate((element) => element.localName)).toBe("h3");
        const bar = await page.locator(".top").boundingBox();
        const box = await target.boundingBox();
        expect(box?.y).toBeGreaterThanOrEqual(bar?.height ?? 0);
        expect(box?.y).toBeLessThan(400);
      }
    });
  });

  it("asks nobody for anything, and works from the file system", async () => {
    await withPage(async (page) => {
      const requests: string[] = [];
      page.on("request", (request) => requests.push(request.url()));
      const file = pathToFileURL(`${folder}/${placesOf(contract).errors}/index.html`).href;
      const { code, docUrl } = contract.errors[5] ?? { code: "", docUrl: "" };
      await page.goto(file + new URL(docUrl).hash);
      await page.fill("#q", code);
      await page.waitForFunction(() => document.querySelectorAll("article.code:not([hidden])").length === 1);
      expect(requests.map((url) => url.replace(/[?#].*/, ""))).toEqual([file]);
    });
  });

  it("leads to files that exist, whether or not the server adds a slash", async () => {
    for (const { origin } of [site, bare]) {
      await withPage(async (page) => {
        await page.goto(`${origin}/${placesOf(contract).errors}`);
        const links = await page.$$eval("a[href]", (all) =>
          all.map((link) => (link as HTMLAnchorElement).href.replace(/#.*/, "")),
        );
        const own = [...new Set(links.filter((href) => href.startsWith(origin)))];
        expect(own.length).toBeGreaterThan(contract.errors.length);
        for (const href of own) expect([href, (await page.request.get(href)).status()]).toEqual([href, 200]);
      });
    }
  });

  it("has every link inside the page end at something", async () => {
    await withPage(async (page) => {
      await page.goto(address);
      const dangling = await page.$$eval("a[href^='#']", (links) =>
        links
          .map((link) => decodeURIComponent((link as HTMLAnchorElement).hash.slice(1)))
          .filter((id) => !document.getElementById(id)),
      );
      expect(dangling).toEqual([]);
    });
  });

  it.each(["light", "dark"] as const)(
    "has nothing that axe objects to, in %s, wide and narrow",
    async (colorScheme) => {
      for (const viewport of [SCREENS.desktop, SCREENS.phone]) {
        await withPage(
          async (page) => {
            await page.goto(address);
            await page.evaluate(() => {
              for (const details of document.querySelectorAll("details")) details.open = true;
            });
            await page.evaluate(axe);
            const found = await page.evaluate(async () => {
              const { violations } = await (
                window as unknown as { axe: typeof import("axe-core") }
              ).axe.run();
              return violations.map(
                ({ id, nodes }) =>
                  `${id}: ${nodes
                    .map(({ html }) => html)
                    .slice(0, 3)
                    .join(" ")}`,
              );
            });
            expect(found).toEqual([]);
          },
          { colorScheme, viewport },
        );
      }
    },
  );

  it("filters while one types, keeps the words in the address, and starts from it", async () => {
    await withPage(async (page) => {
      await page.goto(address);
      expect(await visibleCodes(page)).toHaveLength(contract.errors.length);
      await page.keyboard.press("/");
      await page.keyboard.type("expired 401");
      expect(await visibleCodes(page)).toEqual(["key_expired"]);
      expect(new URL(page.url()).searchParams.get("q")).toBe("expired 401");
      expect(await page.textContent("#found")).toContain("1 of 16");
      await page.reload();
      expect(await visibleCodes(page)).toEqual(["key_expired"]);
      expect(await page.inputValue("#q")).toBe("expired 401");
      await page.focus("#q");
      await page.keyboard.press("Escape");
      expect(await visibleCodes(page)).toHaveLength(contract.errors.length);
      expect(page.url()).not.toContain("q=");
      await page.fill("#q", "nosuchword");
      expect(await visibleCodes(page)).toEqual([]);
      expect(await page.textContent("#found")).toContain("No code matches");
    });
  });

  it("finds each code by the message of its example", async () => {
    await withPage(async (page) => {
      await page.goto(address);
      for (const { code, example } of contract.errors) {
        await page.fill("#q", String(example.error.message));
        expect(await visibleCodes(page)).toContain(code);
      }
    });
  });

  it("ends the search when a link leads to a code that it hides", async () => {
    await withPage(async (page) => {
      await page.goto(`${address}/?q=key_expired#database_error`);
      expect(await page.inputValue("#q")).toBe("");
      expect(await page.locator(":target").isVisible()).toBe(true);
    });
  });

  it("remembers the theme, and follows the system until one is chosen", async () => {
    await withPage(
      async (page) => {
        const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
        await page.goto(address);
        const dark = await background();
        expect(await page.getAttribute("#theme", "aria-pressed")).toBe("true");
        await page.click("#theme");
        const light = await background();
        expect(light).not.toBe(dark);
        await page.reload();
        expect(await background()).toBe(light);
        expect(await page.getAttribute("#theme", "aria-pressed")).toBe("false");
      },
      { colorScheme: "dark" },
    );
  });

  it("copies an example exactly", async () => {
    await withPage(
      async (page) => {
        await page.goto(address);
        await page.click("article.code .copy");
        const copied = await page.evaluate(() => navigator.clipboard.readText());
        expect(JSON.parse(copied)).toEqual(contract.errors[0]?.example);
      },
      { permissions: ["clipboard-read", "clipboard-write"] },
    );
  });

  it("can be used with the keyboard alone", async () => {
    await withPage(async (page) => {
      await page.goto(address);
      await page.keyboard.press("Tab");
      expect(await page.evaluate(() => document.activeElement?.textContent)).toContain("Skip");
      await page.keyboard.press("Enter");
      expect(await page.evaluate(() => document.activeElement?.id)).toBe("main");
    });
  });

  it("is complete without JavaScript", async () => {
    await withPage(
      async (page) => {
        await page.goto(address);
        expect(await visibleCodes(page)).toHaveLength(contract.errors.length);
        expect(await page.locator("#q").isVisible()).toBe(false);
        expect(await page.locator("#theme").isVisible()).toBe(false);
        expect(await page.locator(".toc a").first().isVisible()).toBe(true);
      },
      { javaScriptEnabled: false },
    );
  });

  it("prints what is folded, and leaves out what paper cannot use", async () => {
    await withPage(async (page) => {
      await page.goto(address);
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
        await withPage(
          async (page) => {
            await page.goto(`${address}/#rate_limit_exceeded`);
            expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
              viewport.width,
            );
            expect(await page.evaluate(overlaps)).toEqual([]);
            await shoot(page, `${name}-${colorScheme}-code`);
            await page.goto("about:blank");
            await page.goto(address);
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
