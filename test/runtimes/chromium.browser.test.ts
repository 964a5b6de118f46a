import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { describeInBrowser, launchBrowser } from "../browser.ts";
import { readText } from "../contract/project.ts";
import { bundleScenario } from "./bundle.ts";
import { type Places, play, type Told } from "./scenario.ts";
import { type Cors, startApi, startPage } from "./server.ts";

/** What the guide tells those who run a server. */
function headersOfGuide(kind: "Allow" | "Expose"): string {
  const found = new RegExp(`^Access-Control-${kind}-Headers: (.*)$`, "m").exec(
    readText("docs/client-guide.md"),
  );
  if (!found?.[1]) throw new Error(`The guide does not name the headers to ${kind.toLowerCase()}.`);
  return found[1];
}

const allow = headersOfGuide("Allow");
const expose = headersOfGuide("Expose");

describeInBrowser("The client on a page of another origin than the API", () => {
  let browser: Browser;
  let page: Awaited<ReturnType<typeof startPage>>;
  beforeAll(async () => {
    const { code } = await bundleScenario();
    [browser, page] = await Promise.all([
      launchBrowser(),
      startPage(code.replace(/export\{(\w+) as play\};?\s*$/, "window.play=$1;")),
    ]);
  });
  afterAll(async () => {
    await browser.close();
    await page.close();
  });

  async function withApi<T>(cors: Cors | undefined, work: (places: Places) => Promise<T>): Promise<T> {
    const [api, gone] = await Promise.all([startApi(cors), startApi()]);
    await gone.close();
    try {
      return await work({ api: `${api.origin}/api/v1`, nobody: `${gone.origin}/api/v1` });
    } finally {
      await api.close();
    }
  }

  async function playInPage(places: Places): Promise<Record<string, Told>> {
    const tab = await browser.newPage();
    try {
      await tab.goto(page.origin);
      await tab.waitForFunction("window.play !== undefined");
      return await tab.evaluate(`window.play(${JSON.stringify(places)})`);
    } finally {
      await tab.close();
    }
  }

  it("tells the same as in Node, when the API exposes what the guide asks for", async () => {
    const inNode = await withApi(undefined, play);
    const inPage = await withApi({ allow, expose }, playInPage);
    expect({ ...inPage, connection: {} }).toEqual({ ...inNode, connection: {} });
  });

  it("still does everything when the API exposes no header, but for what only headers say", async () => {
    const told = await withApi({ allow }, playInPage);
    expect(told.found).toMatchObject({ status: 200, data: { id: "found" } });
    expect(told.found?.rateLimit).toBeUndefined();
    expect(told.limited).toEqual({ delays: [0, 0] });
    expect(told.rate_limit_exceeded).toMatchObject({ code: "rate_limit_exceeded", retryable: true });
    expect(told.pages).toEqual({ names: ["customer 1", "customer 2"] });
  });
});
