import { afterAll, beforeAll, expect, it } from "vitest";
import { describeInBrowser } from "../browser.ts";
import { SCREENS, shoot, startPages } from "./pages.ts";
import { loadInPieces } from "./pieces.ts";
import { fileOf } from "./site.ts";

describeInBrowser("the look of the site", () => {
  let pages: Awaited<ReturnType<typeof startPages>>;
  let kinds: Record<string, string>;
  beforeAll(async () => {
    pages = await startPages();
    const { errors, reference } = pages.paths;
    kinds = {
      home: "",
      errors: `${errors}/#rate_limit_exceeded`,
      "errors-top": `${errors}/`,
      "errors-retrying": `${errors}/#retrying`,
      "errors-operations": `${errors}/#operations`,
      code: `${errors}/rate_limit_exceeded/`,
      reference: `${reference}/`,
      "not-found": "nothing/here",
    };
  });
  afterAll(() => pages?.close());

  it.each(Object.entries(SCREENS))(
    "fits on a %s: nothing scrolls sideways, lies on something else or moves while it loads",
    async (name, viewport) => {
      for (const [kind, path] of Object.entries(kinds)) {
        await pages.withPage(
          async (page) => {
            await page.addInitScript(recordShifts);
            await page.goto(`${pages.site.origin}/${path}`);
            const shift = () => page.evaluate(() => (window as unknown as { shift: number }).shift);
            expect([kind, await shift()]).toEqual([kind, 0]);
            expect([kind, await page.evaluate(overlaps)]).toEqual([kind, []]);
            for (const colorScheme of ["dark", "light"] as const) {
              await page.emulateMedia({ colorScheme });
              const seen = await page.evaluate(() => ({
                width: document.documentElement.scrollWidth,
                bar: document.querySelector(".bar")?.getBoundingClientRect().width,
                frame: document.querySelector(".frame")?.getBoundingClientRect().width,
              }));
              expect([kind, seen]).toEqual([kind, { ...seen, bar: seen.frame }]);
              expect(seen.width).toBeLessThanOrEqual(viewport.width);
              await shoot(page, `${kind}-${name}-${colorScheme}`);
            }
            expect([kind, await shift()]).toEqual([kind, 0]); // nor when the system turns dark
          },
          { viewport, colorScheme: "light" },
        );
      }
    },
  );

  it.each(["desktop", "phone"] as const)(
    "keeps still on a %s while it arrives over a slow line, in pieces that end within the bar and within the text",
    async (name) => {
      for (const [kind, path] of Object.entries(kinds)) {
        await pages.withPage(
          async (page) => {
            await page.addInitScript(recordShifts);
            const [place = "", hash] = path.split("#");
            const file = kind === "not-found" ? "404.html" : `${place}index.html`;
            await loadInPieces(page, fileOf(pages.files, file), hash === undefined ? "" : `#${hash}`);
            const shift = await page.evaluate(() => (window as unknown as { shift: number }).shift);
            expect([kind, shift]).toEqual([kind, 0]);
          },
          { viewport: SCREENS[name] },
        );
      }
    },
  );

  it("shows rows as cards on a phone: the meaning and the retry rule of each code are in view", async () => {
    for (const viewport of [SCREENS.phone, SCREENS["small phone"]]) {
      await pages.withPage(
        async (page) => {
          await page.goto(pages.address);
          const outside = await page.$$eval(
            "main td:not(.matrix td), main th:not(.matrix th), main .retry",
            (cells) =>
              cells
                .filter((cell) => cell.checkVisibility() && cell.getBoundingClientRect().width > 1)
                .map((cell) => cell.getBoundingClientRect())
                .filter(({ left, right }) => left < 0 || right > innerWidth).length,
          );
          expect(outside).toBe(0);
          const headings = await page.$$eval("article.code h3 a", (links) =>
            links.map((link) => {
              const heading = link.closest("h3") as HTMLElement;
              return heading.offsetHeight / Number.parseFloat(getComputedStyle(heading).lineHeight);
            }),
          );
          expect(Math.max(...headings)).toBeLessThan(2.1); // no empty line under a long code
        },
        { viewport },
      );
    }
  });

  it("breaks an address in a sample at its separators, and shows no sample wider than its box", async () => {
    for (const viewport of [SCREENS.desktop, SCREENS["small phone"]]) {
      await pages.withPage(
        async (page) => {
          await page.goto(pages.address);
          const broken = await page.$$eval(".box pre", (boxes) =>
            boxes.flatMap((box) => {
              const texts: string[] = [];
              const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
              for (let node = walker.nextNode(); node; node = walker.nextNode()) {
                const range = document.createRange();
                range.selectNodeContents(node);
                const word = (node.textContent ?? "").trim();
                // A piece of an address between two places where it may be broken is on one line.
                if (
                  /^[\w/:.#"-]+$/.test(word) &&
                  node.previousSibling?.nodeName === "WBR" &&
                  range.getClientRects().length > 1
                )
                  texts.push(word);
              }
              return texts;
            }),
          );
          expect(broken).toEqual([]);
        },
        { viewport },
      );
    }
  });

  it("puts the name of each column of the matrix above its marks", async () => {
    await pages.withPage(async (page) => {
      await page.goto(pages.address);
      const offsets = await page.evaluate(() => {
        const center = (element: Element) => {
          const { left, width } = element.getBoundingClientRect();
          return left + width / 2;
        };
        const cells = [...(document.querySelector(".matrix tbody tr")?.querySelectorAll("td") ?? [])];
        return [...document.querySelectorAll(".matrix thead a")].map((link, index) =>
          Math.abs(center(link) - center(cells[index] as Element)),
        );
      });
      expect(offsets.length).toBe(pages.contract.errors.length);
      expect(Math.max(...offsets)).toBeLessThan(1);
    });
  });

  it.each([
    { name: "on paper", media: { media: "print" } },
    { name: "in forced colours", media: { forcedColors: "active" } },
    { name: "in forced colours, dark", media: { forcedColors: "active", colorScheme: "dark" } },
  ] as const)("shows every mark of the matrix $name", async ({ media }) => {
    await pages.withPage(async (page) => {
      await page.emulateMedia(media);
      await page.goto(`${pages.address}#operations`);
      const marks = await page.$$eval(".matrix td", (cells) =>
        cells.map((cell) => {
          const { borderTopWidth, borderTopColor } = getComputedStyle(cell, "::before");
          const background = getComputedStyle(document.body).backgroundColor;
          const drawn = Number.parseFloat(borderTopWidth) > 1 && borderTopColor !== background;
          return { full: cell.textContent !== "", drawn };
        }),
      );
      expect(marks.filter(({ full }) => full).length).toBe(
        pages.contract.operations.flatMap(({ codes }) => codes).length,
      );
      expect(marks.filter(({ full, drawn }) => full !== drawn)).toEqual([]);
      // A full cell and an empty one do not look the same.
      const picture = (selector: string) => page.locator(selector).first().screenshot();
      const [full, empty] = [await picture(".matrix td:not(:empty)"), await picture(".matrix td:empty")];
      expect(full.equals(empty)).toBe(false);
      await shoot(page, `matrix-${Object.values(media).join("-")}`);
    });
  });

  it("prints what is folded, leaves out what paper cannot use, and keeps a term with its value", async () => {
    await pages.withPage(async (page) => {
      await page.setViewportSize({ width: 794, height: 1123 });
      await page.goto(pages.address);
      await page.emulateMedia({ media: "print" });
      await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
      const shown = await page.$$eval("main pre", (boxes) => boxes.every((box) => box.checkVisibility()));
      expect(shown).toBe(true);
      for (const part of [".top", ".toc", ".paste", ".copy"])
        expect([part, await page.locator(part).first().isVisible()]).toEqual([part, false]);
      const rules = await page.$$eval(".facts > div", (parts) =>
        parts.map((part) => getComputedStyle(part).breakInside),
      );
      expect(new Set(rules)).toEqual(new Set(["avoid"]));
      // No column of one word: the status table has its codes side by side.
      const links = await page.$$eval(".links", (cells) =>
        cells.map((cell) => cell.getBoundingClientRect().width),
      );
      expect(Math.min(...links.filter((width) => width > 0))).toBeGreaterThan(60);
      await shoot(page, "print", true);
    });
  });
});

/** Adds up how much of the page moves by itself (https://web.dev/cls). */
function recordShifts(): void {
  const record = window as unknown as { shift: number };
  record.shift = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) record.shift += (entry as unknown as { value: number }).value;
  }).observe({ type: "layout-shift", buffered: true });
}

/** Pairs of texts that share more than a sliver of the page. */
function overlaps(): string[] {
  const leaves = [
    ...document.querySelectorAll<HTMLElement>(
      "main :is(h1, h2, h3, h4, p, li, dt, dd, summary, pre, button.copy, th, td):not(.matrix *, .cards thead *)",
    ),
  ];
  const boxes = leaves
    .filter(
      (leaf) => leaf.checkVisibility() && !leaf.closest(".vh") && leaf.getBoundingClientRect().width > 1,
    )
    .map((leaf) => ({ leaf, box: leaf.getBoundingClientRect() }))
    .sort((a, b) => a.box.top - b.box.top);
  const found: string[] = [];
  for (const [index, { leaf, box }] of boxes.entries()) {
    for (const other of boxes.slice(index + 1)) {
      if (other.box.top >= box.bottom - 2) break;
      const width = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
      const height = Math.min(box.bottom, other.box.bottom) - other.box.top;
      const nested = leaf.contains(other.leaf) || other.leaf.contains(leaf);
      // A copy button is placed on the empty end of the caption's row.
      const button =
        [leaf, other.leaf].some(({ className }) => className === "copy") &&
        [leaf, other.leaf].some(({ localName }) => localName === "summary");
      if (width > 2 && height > 2 && !nested && !button)
        found.push(`${leaf.textContent} / ${other.leaf.textContent}`);
    }
  }
  return found;
}
