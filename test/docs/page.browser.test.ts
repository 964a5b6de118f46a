import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { placesOf } from "../../scripts/docs/site/places.ts";
import { describeInBrowser } from "../browser.ts";
import { SCREENS, startPages } from "./pages.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

describeInBrowser("the error reference in a browser", () => {
  let pages: Awaited<ReturnType<typeof startPages>>;
  beforeAll(async () => {
    pages = await startPages();
  });
  afterAll(() => pages?.close());

  const visibleCodes = (page: Page) =>
    page.$$eval("article.code", (articles) =>
      articles
        .filter((article) => article.getClientRects().length > 0)
        .map((article) => article.querySelector("h3")?.id),
    );

  it("brings every doc_url to the heading of its code, below the bar", async () => {
    await pages.withPage(async (page) => {
      for (const { code, docUrl } of pages.contract.errors) {
        const { pathname, hash } = new URL(docUrl);
        await page.goto("about:blank");
        await page.goto(pages.site.origin + pathname + hash);
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
    await pages.withPage(async (page) => {
      const requests: string[] = [];
      page.on("request", (request) => requests.push(request.url()));
      const file = pathToFileURL(`${pages.folder}/${placesOf(pages.contract).errors}/index.html`).href;
      const { code, docUrl } = pages.contract.errors[5] ?? { code: "", docUrl: "" };
      await page.goto(file + new URL(docUrl).hash);
      await page.fill("#q", code);
      await page.waitForFunction(() => document.querySelectorAll("article.code:not([hidden])").length === 1);
      expect(requests.map((url) => url.replace(/[?#].*/, ""))).toEqual([file]);
    });
  });

  it("leads to files that exist, whether or not the server adds a slash", async () => {
    for (const { origin } of [pages.site, pages.bare]) {
      await pages.withPage(async (page) => {
        await page.goto(`${origin}/${placesOf(pages.contract).errors}`);
        const links = await page.$$eval("a[href]", (all) =>
          all.map((link) => (link as HTMLAnchorElement).href.replace(/#.*/, "")),
        );
        const own = [...new Set(links.filter((href) => href.startsWith(origin)))];
        expect(own.length).toBeGreaterThan(pages.contract.errors.length);
        for (const href of own) expect([href, (await page.request.get(href)).status()]).toEqual([href, 200]);
      });
    }
  });

  it("has every link inside the page end at something", async () => {
    await pages.withPage(async (page) => {
      await page.goto(pages.address);
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
        await pages.withPage(
          async (page) => {
            await page.goto(pages.address);
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
    await pages.withPage(async (page) => {
      await page.goto(pages.address);
      expect(await visibleCodes(page)).toHaveLength(pages.contract.errors.length);
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
      expect(await visibleCodes(page)).toHaveLength(pages.contract.errors.length);
      expect(page.url()).not.toContain("q=");
      await page.fill("#q", "nosuchword");
      expect(await visibleCodes(page)).toEqual([]);
      expect(await page.textContent("#found")).toContain("No code matches");
    });
  });

  it("finds each code by the message of its example", async () => {
    await pages.withPage(async (page) => {
      await page.goto(pages.address);
      for (const { code, example } of pages.contract.errors) {
        await page.fill("#q", String(example.error.message));
        expect(await visibleCodes(page)).toContain(code);
      }
    });
  });

  it("ends the search when a link leads to a code that it hides", async () => {
    await pages.withPage(async (page) => {
      await page.goto(`${pages.address}/?q=key_expired#database_error`);
      expect(await page.inputValue("#q")).toBe("");
      expect(await page.locator(":target").isVisible()).toBe(true);
    });
  });

  it("remembers the theme, and follows the system until one is chosen", async () => {
    await pages.withPage(
      async (page) => {
        const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
        await page.goto(pages.address);
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
    await pages.withPage(
      async (page) => {
        await page.goto(pages.address);
        await page.click("article.code .copy");
        const copied = await page.evaluate(() => navigator.clipboard.readText());
        expect(JSON.parse(copied)).toEqual(pages.contract.errors[0]?.example);
      },
      { permissions: ["clipboard-read", "clipboard-write"] },
    );
  });

  it("can be used with the keyboard alone", async () => {
    await pages.withPage(async (page) => {
      await page.goto(pages.address);
      await page.keyboard.press("Tab");
      expect(await page.evaluate(() => document.activeElement?.textContent)).toContain("Skip");
      await page.keyboard.press("Enter");
      expect(await page.evaluate(() => document.activeElement?.id)).toBe("main");
    });
  });

  it("is complete without JavaScript", async () => {
    await pages.withPage(
      async (page) => {
        await page.goto(pages.address);
        expect(await visibleCodes(page)).toHaveLength(pages.contract.errors.length);
        expect(await page.locator("#q").isVisible()).toBe(false);
        expect(await page.locator("#theme").isVisible()).toBe(false);
        expect(await page.locator(".toc a").first().isVisible()).toBe(true);
      },
      { javaScriptEnabled: false },
    );
  });
});
