import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { docsFiles } from "../../scripts/docs/index.ts";
import { sitePaths } from "../../scripts/docs/site/paths.ts";
import { describeInBrowser } from "../browser.ts";
import { manyCodes } from "./many-codes.ts";
import { SCREENS, shoot, soon, startPages } from "./pages.ts";
import { readInput, serveSite, siteInputOf } from "./site.ts";

describeInBrowser("the search of the error reference", () => {
  let pages: Awaited<ReturnType<typeof startPages>>;
  beforeAll(async () => {
    pages = await startPages();
  });
  afterAll(() => pages?.close());

  const results = (page: Page) =>
    page.$$eval("#results li a", (links) => links.map((link) => link.getAttribute("href")?.slice(1) ?? ""));
  const names = (page: Page) =>
    page.$$eval("#results li a", (links) => links.map((link) => link.querySelector("code")?.textContent));

  it("puts first what was meant, in the words of the page and in those of others", async () => {
    const queries = {
      key_expired: "key_expired",
      "Key expired": "key_expired",
      "KEY-EXPIRED": "key_expired",
      keyexpired: "key_expired",
      expired: "key_expired",
      "rate limit": "rate_limit_exceeded",
      rate_limit_exceeded: "rate_limit_exceeded",
      "too many requests": "rate_limit_exceeded",
      throttled: "rate_limit_exceeded",
      duplicate: "resource_conflict",
      "email already exists": "resource_conflict",
      "409": "resource_conflict",
      "invalid json": "invalid_json",
      "trailing comma": "invalid_json",
      revoked: "invalid_api_key",
      "publishable key": "publishable_key_write",
      timeout: "client-timeout",
      network: "client-connection_error",
      "not found": "type-not_found_error",
      "idempotency key": "resource_conflict",
      createCustomer: "op-createCustomer",
      "another team": "team_access_denied",
    };
    await pages.withPage(async (page) => {
      await page.goto(pages.address);
      for (const [query, first] of Object.entries(queries)) {
        await page.fill("#q", query);
        expect([query, (await results(page))[0]]).toEqual([query, first]);
      }
    });
  });

  it("finds all codes of a status by the word for it", async () => {
    const words = { unauthorized: 401, forbidden: 403, "422": 400, "400": 400, bug: 500 };
    await pages.withPage(async (page) => {
      await page.goto(pages.address);
      for (const [word, status] of Object.entries(words)) {
        await page.fill("#q", word);
        const found = await results(page);
        for (const { code } of pages.contract.errors.filter((error) => error.status === status)) {
          expect(found).toContain(code);
        }
      }
    });
  });

  it("says what an operation can return: exactly what it declares, by name and by link", async () => {
    await pages.withPage(async (page) => {
      await page.goto(pages.address);
      for (const { id, codes } of pages.contract.operations) {
        await page.fill("#q", id);
        expect(await names(page)).toEqual([id, ...codes]);
      }
      const [first] = pages.contract.operations;
      await page.goto("about:blank");
      await page.goto(`${pages.address}#op-${first?.id}`);
      expect(await names(page)).toEqual([first?.id, ...(first?.codes ?? [])]);
      expect(await page.textContent("#found")).toBe(`${first?.id} can return ${first?.codes.length} codes`);
    });
  });

  it("finds each code by the message of its example", async () => {
    await pages.withPage(async (page) => {
      await page.goto(pages.address);
      for (const { code, example } of pages.contract.errors) {
        await page.fill("#q", String(example.error.message));
        expect(await results(page)).toContain(code);
      }
    });
  });

  it("marks what it found, and shows where", async () => {
    await pages.withPage(async (page) => {
      await page.goto(pages.address);
      await page.fill("#q", "revoked");
      expect(await page.textContent("#results mark")).toBe("revoked");
      expect(await page.locator("#results .hit-text").first().isVisible()).toBe(true);
    });
  });

  it("shows its results wherever one reads, and leaves the page where it is", async () => {
    for (const viewport of Object.values(SCREENS)) {
      await pages.withPage(
        async (page) => {
          await page.goto(`${pages.address}#database_error`);
          const before = await page.evaluate(() => scrollY);
          await page.fill("#q", "key");
          const box = await page.locator("#results").boundingBox();
          expect(box?.y).toBeGreaterThan(0);
          expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(viewport.height);
          expect(box?.x).toBeGreaterThanOrEqual(0);
          expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(viewport.width);
          expect(await page.evaluate(() => scrollY)).toBe(before);
          expect(await page.locator("h1").count()).toBe(1);
          await shoot(page, `search-${viewport.width}`);
        },
        { viewport },
      );
    }
  });

  it("keeps the words in the address, starts from it, and can be cleared", async () => {
    await pages.withPage(async (page) => {
      await page.goto(`${pages.address}#statuses`);
      await page.keyboard.press("/");
      await page.keyboard.type("expired 401");
      await soon(() => new URL(page.url()).searchParams.get("q")).toBe("expired 401");
      expect(new URL(page.url()).hash).toBe("#statuses");
      await page.reload();
      expect(await page.inputValue("#q")).toBe("expired 401");
      expect((await results(page))[0]).toBe("key_expired");
      await page.click("#clear");
      expect(await page.locator("#results").isVisible()).toBe(false);
      await soon(() => page.url()).not.toContain("q=");
      await page.fill("#q", "key");
      await page.keyboard.press("Escape");
      expect(await page.inputValue("#q")).toBe("");
    });
  });

  it("leads to a result, also to the one in the address; Back returns to the search and to where one was", async () => {
    await pages.withPage(async (page) => {
      await page.goto(`${pages.address}#key_expired`);
      await page.fill("#q", "key_expired");
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await soon(() => page.locator("#results").isVisible()).toBe(false);
      await soon(() => page.locator(":target").textContent()).toBe("key_expired");
      await page.fill("#q", "database");
      await page.keyboard.press("Enter");
      await soon(() => page.locator(":target").textContent()).toBe("database_error");
      await soon(() => new URL(page.url()).search).toBe("");
      await page.goBack();
      await page.waitForFunction(
        () => (document.querySelector("#q") as HTMLInputElement).value === "database",
      );
      expect((await results(page))[0]).toBe("database_error");
      await soon(() => new URL(page.url()).hash).toBe("#key_expired");
    });
  });

  it("goes through the results with the arrow keys, and back to the box", async () => {
    await pages.withPage(async (page) => {
      await page.goto(pages.address);
      await page.fill("#q", "key_expired");
      const [count, focused] = [
        await page.locator("#results li").count(),
        () => page.evaluate(() => document.activeElement?.id || document.activeElement?.getAttribute("href")),
      ];
      for (let index = 0; index < count; index++) {
        await page.keyboard.press("ArrowDown");
        expect(await focused()).toMatch(/^#/);
      }
      await page.keyboard.press("ArrowDown");
      expect(await focused()).toBe("q");
    });
  });

  it("offers the nearest code when nothing matches, and says so when there is none", async () => {
    await pages.withPage(async (page) => {
      await page.goto(pages.address);
      await page.fill("#q", "resorce_conflct");
      expect(await page.textContent("#found")).toContain("Did you mean");
      expect((await results(page))[0]).toBe("resource_conflict");
      await page.fill("#q", "xyzzyplugh");
      expect(await page.textContent("#found")).toContain("Nothing matches xyzzyplugh");
      expect(await results(page)).toEqual([]);
    });
  });

  it("says where to send the id of a request", async () => {
    await pages.withPage(async (page) => {
      await page.goto(pages.address);
      await page.fill("#q", "req_a1B2c3D4e5F6");
      expect(await page.textContent("#found")).toContain("contact cStar support");
      expect(await page.getAttribute("#found a", "href")).toMatch(/^https:/);
    });
  });

  it("works on a page that only lists its codes", async () => {
    const input = manyCodes(await siteInputOf(await readInput()), 200);
    const site = await serveSite(await docsFiles(input));
    try {
      await pages.withPage(async (page) => {
        const { errors } = sitePaths(input.contract);
        const [one] = input.contract.errors.slice(100);
        await page.goto(`${site.origin}/${errors}/#${one?.code}`);
        expect(await page.locator(":target").isVisible()).toBe(true);
        await page.fill("#q", one?.code ?? "");
        await page.locator("#results a").first().click();
        await page.waitForURL(`**/${one?.code}/index.html`);
        await page.goto(`${site.origin}/${errors}/`);
        const [, operation] = input.contract.operations;
        await page.fill("#q", operation?.id ?? "");
        expect((await names(page)).slice(1).sort()).toEqual([...(operation?.codes ?? [])].sort());
      });
    } finally {
      await site.close();
    }
  });

  it("leads from every other page to the error reference", async () => {
    await pages.withPage(async (page) => {
      for (const path of ["", `${pages.paths.reference}/`, `${pages.paths.errors}/key_expired/`]) {
        await page.goto(`${pages.site.origin}/${path}`);
        await page.fill("#q", "revoked");
        await page.keyboard.press("Enter");
        await page.waitForURL(`**/${pages.paths.errors}/**?q=revoked`);
        expect((await results(page))[0]).toBe("invalid_api_key");
      }
    });
  });
});
