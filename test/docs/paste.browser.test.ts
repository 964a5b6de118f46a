import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { conformanceFacts } from "../../generated/conformance.ts";
import { type ErrorTable, explainResponse } from "../../src/explain/index.ts";
import { describeInBrowser } from "../browser.ts";
import { SCREENS, shoot, soon, startPages } from "./pages.ts";

const table = JSON.parse(readFileSync("generated/errors.json", "utf8")) as ErrorTable;
const bad = JSON.parse(readFileSync("test/samples/bad.json", "utf8")) as unknown;

describeInBrowser("the box that explains a response", () => {
  let pages: Awaited<ReturnType<typeof startPages>>;
  beforeAll(async () => {
    pages = await startPages();
  });
  afterAll(() => pages?.close());

  const paste = async (page: Page, text: string) => {
    await page.fill("#paste", "");
    await page.fill("#paste", text);
    await page.waitForFunction(() => document.querySelector("#explained")?.textContent !== "");
    return (await page.textContent("#explained")) ?? "";
  };

  it("says of every code what it means, what to do, whom to ask, and that the body is sound", async () => {
    await pages.withPage(async (page) => {
      await page.goto(pages.address);
      for (const { code, title, example, fixes } of pages.contract.errors) {
        const text = await paste(page, JSON.stringify(example));
        for (const part of [code, title, String(example.error.request_id)]) expect(text).toContain(part);
        expect(text).toContain("The body is as the contract says.");
        expect(await page.locator("#explained ol li").count()).toBe(fixes.length);
        if (example.error.param) expect(text).toContain(`Parameter${example.error.param}`);
        await page.click("#explained a >> text=All about");
        await soon(() => page.locator(":target").textContent()).toBe(code);
      }
    });
  });

  it("says what is wrong exactly as the command line does", async () => {
    const [{ example }] = table.errors as [(typeof table.errors)[0]];
    const broken = [
      JSON.stringify({ ...example, success: true }),
      JSON.stringify({ ...example, error: { ...example.error, type: "x", doc_url: "y" } }),
      JSON.stringify({ ...example, meta: undefined }),
      `HTTP/1.1 500 Internal Server Error\r\ncontent-type: application/json\r\n\r\n${JSON.stringify(example)}`,
      "HTTP/2 502\ncontent-type: text/html\n\n<html>Bad gateway</html>",
      JSON.stringify({ error: { code: "KEY_EXPIRD" } }),
      JSON.stringify([1, 2]),
    ];
    expect(bad).toBeDefined();
    await pages.withPage(async (page) => {
      await page.goto(pages.address);
      for (const text of broken) {
        const shown = await paste(page, text);
        const expected = explainResponse({ table, facts: conformanceFacts }, text);
        expect(expected?.problems.length).toBeGreaterThan(0);
        for (const { rule, message } of expected?.problems ?? []) {
          expect(shown).toContain(rule);
          expect(shown).toContain(message.replaceAll("`", ""));
        }
      }
      await shoot(page, "paste-problems");
    });
  });

  it("tells when to retry from the headers, and offers the nearest code", async () => {
    await pages.withPage(
      async (page) => {
        await page.goto(pages.address);
        const response = page.locator("article.code:has(#rate_limit_exceeded) .box pre").first();
        const text = await paste(page, (await response.textContent()) ?? "");
        expect(text).toContain("30 s after the response");
        expect(text).toContain("The response is as the contract says.");
        await shoot(page, "paste-phone");
        expect(await paste(page, '{"error":{"code":"KEY_EXPIRD"}}')).toContain("Did you mean key_expired?");
      },
      { viewport: SCREENS.phone },
    );
  });

  it("takes what is pasted into the search, if it is no search", async () => {
    await pages.withPage(
      async (page) => {
        await page.goto(`${pages.address}#statuses`);
        const { code, example } = pages.contract.errors[3] ?? { code: "", example: {} };
        await page.evaluate((text) => navigator.clipboard.writeText(text), JSON.stringify(example));
        await page.focus("#q");
        await page.keyboard.press("Control+V");
        await page.waitForSelector("#explained h2");
        expect(await page.textContent("#explained h2")).toContain(code);
        expect(await page.inputValue("#q")).toBe("");
      },
      { permissions: ["clipboard-read", "clipboard-write"] },
    );
  });

  it("sends nothing anywhere: it loads its own code once, from beside the page, and from the file system too", async () => {
    const addresses = [
      pages.address,
      `${pages.bare.origin}/${pages.paths.errors}`,
      `${pages.clean.origin}/${pages.paths.errors}`,
      pathToFileURL(`${pages.folder}/${pages.paths.errors}/index.html`).href,
    ];
    for (const address of addresses) {
      await pages.withPage(async (page) => {
        await page.goto(address);
        const requests: string[] = [];
        page.on("request", (request) => requests.push(`${request.method()} ${request.url()}`));
        await paste(page, JSON.stringify(pages.contract.errors[0]?.example));
        await paste(page, "{}");
        expect(requests).toEqual([expect.stringMatching(/^GET [^?]*\/errors\/explain\.js$/)]);
      });
    }
  });

  it("shows hostile text as text", async () => {
    await pages.withPage(async (page) => {
      await page.goto(pages.address);
      const evil = "<img src=x onerror=window.pwned=1> `</code><b>` [x](javascript:window.pwned=1)";
      await paste(
        page,
        JSON.stringify({ error: { code: evil, message: evil, param: evil, request_id: evil } }),
      );
      expect(await page.locator("#explained :is(img, b, script)").count()).toBe(0);
      expect(await page.locator("#explained a[href^='javascript']").count()).toBe(0);
      expect(await page.evaluate(() => "pwned" in window)).toBe(false);
    });
  });
});
