import { pathToFileURL } from "node:url";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { describeInBrowser } from "../browser.ts";
import { SCREENS, soon, startPages, violations } from "./pages.ts";

describeInBrowser("the error reference in a browser", () => {
  let pages: Awaited<ReturnType<typeof startPages>>;
  beforeAll(async () => {
    pages = await startPages();
  });
  afterAll(() => pages?.close());

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
      const file = pathToFileURL(`${pages.folder}/${pages.paths.errors}/index.html`).href;
      const { code, docUrl } = pages.contract.errors[5] ?? { code: "", docUrl: "" };
      await page.goto(file + new URL(docUrl).hash);
      await page.fill("#q", code);
      await page.waitForFunction(() => document.querySelectorAll("#results li").length > 0);
      expect(requests.map((url) => url.replace(/[?#].*/, ""))).toEqual([file]);
    });
  });

  it("leads to files that exist, whatever the server does about the slash, and below any path", async () => {
    for (const { origin } of [pages.site, pages.bare, pages.clean, pages.below]) {
      for (const javaScriptEnabled of origin === pages.bare.origin ? [true] : [true, false]) {
        await pages.withPage(
          async (page) => {
            await page.goto(`${origin}/${pages.paths.errors}`);
            const links = await page.$$eval("a[href], link[rel=alternate]", (all) =>
              all.map((link) => (link as HTMLAnchorElement).href.replace(/#.*/, "")),
            );
            const own = [...new Set(links.filter((href) => href.startsWith(origin)))];
            expect(own.length).toBeGreaterThan(2 * pages.contract.errors.length);
            for (const href of own)
              expect([href, (await page.request.get(href)).status()]).toEqual([href, 200]);
          },
          { javaScriptEnabled },
        );
      }
    }
  });

  it("has every link inside the page end at something, on every page", async () => {
    await pages.withPage(async (page) => {
      const { errors, reference } = pages.paths;
      const codes = pages.contract.errors.map(({ code }) => `${errors}/${code}/`);
      for (const path of ["", `${errors}/`, `${reference}/`, ...codes]) {
        await page.goto(`${pages.site.origin}/${path}`);
        const dangling = await page.$$eval("a[href^='#']", (links) =>
          links
            .map((link) => decodeURIComponent((link as HTMLAnchorElement).hash.slice(1)))
            .filter((id) => !document.getElementById(id)),
        );
        expect([path, dangling]).toEqual([path, []]);
      }
    });
  });

  it.each(["light", "dark"] as const)(
    "has nothing that axe objects to, in %s, wide and narrow, on every kind of page",
    async (colorScheme) => {
      const { errors, reference } = pages.paths;
      const kinds = [
        "",
        `${errors}/`,
        `${errors}/${pages.contract.errors[0]?.code}/`,
        `${reference}/`,
        "404",
      ];
      for (const viewport of [SCREENS.desktop, SCREENS.phone]) {
        for (const path of kinds) {
          await pages.withPage(
            async (page) => {
              await page.goto(`${pages.site.origin}/${path}`);
              await page.evaluate(() => {
                for (const details of document.querySelectorAll("details")) details.open = true;
              });
              expect([path, await violations(page)]).toEqual([path, []]);
            },
            { colorScheme, viewport },
          );
        }
      }
    },
  );

  it("has nothing that axe objects to in the results, the contents and an explanation either", async () => {
    for (const colorScheme of ["light", "dark"] as const) {
      await pages.withPage(
        async (page) => {
          await page.goto(pages.address);
          await page.fill("#q", "key");
          expect(await violations(page)).toEqual([]);
          await page.keyboard.press("Escape");
          await page.fill("#paste", JSON.stringify({ error: pages.contract.errors[0]?.example.error }));
          await page.waitForSelector("#explained h2");
          expect(await violations(page)).toEqual([]);
          await page.click(".menu");
          expect(await violations(page)).toEqual([]);
        },
        { colorScheme, viewport: SCREENS.phone },
      );
    }
  });

  it("has one theme for all pages, and follows the system until one is chosen", async () => {
    await pages.withPage(
      async (page) => {
        const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
        await page.goto(pages.address);
        const dark = await background();
        expect(await page.getAttribute("#theme", "aria-pressed")).toBe("true");
        await page.click("#theme");
        const light = await background();
        expect(light).not.toBe(dark);
        for (const path of [
          "",
          `${pages.paths.reference}/`,
          `${pages.paths.errors}/${pages.contract.errors[0]?.code}/`,
        ]) {
          await page.goto(`${pages.site.origin}/${path}`);
          expect(await background()).toBe(light);
          expect(await page.getAttribute("#theme", "aria-pressed")).toBe("false");
        }
      },
      { colorScheme: "dark" },
    );
  });

  it("copies a response exactly, and the address of a code", async () => {
    await pages.withPage(
      async (page) => {
        const copied = () => page.evaluate(() => navigator.clipboard.readText());
        await page.goto(`${pages.address}?q=#invalid_api_key`);
        await page.click("article.code .box .copy");
        await soon(copied).toContain("HTTP/1.1 401 Unauthorized\n");
        const [, body = ""] = (await copied()).split("\n\n");
        expect(JSON.parse(body)).toEqual(pages.contract.errors[0]?.example);
        await page.hover("article.code h3");
        await page.click("article.code .head .copy");
        await soon(copied).toBe(`${pages.address}#${pages.contract.errors[0]?.code}`);
      },
      { permissions: ["clipboard-read", "clipboard-write"] },
    );
  });

  it("shows the button that copies a link where nothing can hover", async () => {
    await pages.withPage(
      async (page) => {
        await page.goto(pages.address);
        const opacity = await page
          .locator("article.code .head .copy")
          .first()
          .evaluate((button) => getComputedStyle(button).opacity);
        expect(opacity).toBe("1");
      },
      { viewport: SCREENS.phone, hasTouch: true, isMobile: true },
    );
  });

  it("can be used with the keyboard alone", async () => {
    await pages.withPage(async (page) => {
      await page.goto(pages.address);
      await page.keyboard.press("Tab");
      expect(await page.evaluate(() => document.activeElement?.textContent)).toContain("Skip");
      await page.keyboard.press("Enter");
      await soon(() => page.evaluate(() => document.activeElement?.id)).toBe("main");
    });
  });

  it("marks in the contents what is being read, to the last section", async () => {
    await pages.withPage(async (page) => {
      await page.goto(pages.address);
      const ids = await page.$$eval(".toc a", (links) =>
        links.map((link) => decodeURIComponent((link as HTMLAnchorElement).hash.slice(1))),
      );
      for (const id of [ids[0], ids[8], "statuses", "keys", "tips"]) {
        await page.click(`.toc a[href="#${id}"]`);
        await page.waitForFunction(
          (hash) => document.querySelector(".toc [aria-current]")?.getAttribute("href") === hash,
          `#${id}`,
        );
      }
      await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
      await page.waitForFunction(
        () => document.querySelector(".toc [aria-current]")?.getAttribute("href") === "#tips",
      );
    });
  });

  it("opens the contents on a phone, also without a script, and closes them when they have led somewhere", async () => {
    for (const javaScriptEnabled of [true, false]) {
      await pages.withPage(
        async (page) => {
          await page.goto(pages.address);
          expect(await page.locator(".toc").isVisible()).toBe(false);
          await page.click(".menu");
          expect(await page.locator(".toc a").first().isVisible()).toBe(true);
          if (!javaScriptEnabled) return;
          await page.click(".toc a[href='#retrying']");
          await soon(() => page.locator(".toc").isVisible()).toBe(false);
          await soon(() => new URL(page.url()).hash).toBe("#retrying");
        },
        { viewport: SCREENS.phone, javaScriptEnabled },
      );
    }
  });

  it("has a word for an anchor that is not there, and survives one that cannot be decoded", async () => {
    await pages.withPage(async (page) => {
      await page.goto(`${pages.address}#key_expird`);
      expect(await page.textContent("#unknown")).toBe(
        "There is no key_expird on this page. Did you mean key_expired?",
      );
      await page.click("#unknown a");
      await soon(() => page.textContent("#unknown")).toBe("");
      await soon(() => page.locator(":target").textContent()).toBe("key_expired");
      for (const hash of ["#%E0%A4%A", "#nothing-like-it"]) {
        await page.goto("about:blank");
        await page.goto(pages.address + hash);
        expect(await page.textContent("#unknown")).toContain("There is no");
        expect(await page.locator(".box .copy").count()).toBeGreaterThan(0);
      }
    });
  });

  it("has a page for what is not there, which leads back from any depth", async () => {
    for (const { origin } of [pages.site, pages.below]) {
      await pages.withPage(async (page) => {
        const response = await page.goto(`${origin}/${pages.paths.errors}/KEY-EXPIRED/deeper/key_expird`);
        expect(response?.status()).toBe(404);
        expect(await page.textContent("#meant")).toBe("Did you mean key_expired?");
        await page.click("#meant a");
        await page.waitForURL(`${origin}/${pages.paths.errors}/key_expired/index.html`);
        expect(await page.textContent("h1")).toBe("key_expired");
      });
    }
  });

  it("is complete without JavaScript", async () => {
    await pages.withPage(
      async (page: Page) => {
        await page.goto(pages.address);
        expect(await page.locator("article.code").count()).toBe(pages.contract.errors.length);
        for (const id of ["#q", "#theme", "#paste"]) expect(await page.locator(id).isVisible()).toBe(false);
        expect(await page.locator(".toc a").first().isVisible()).toBe(true);
      },
      { javaScriptEnabled: false },
    );
  });
});
