import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { codePage, errorPage } from "../../scripts/docs/errors/index.ts";
import { markup } from "../../scripts/docs/html/markup.ts";
import { type Page, shell } from "../../scripts/docs/html/shell.ts";
import { homePage } from "../../scripts/docs/site/home.ts";
import { notFoundPage } from "../../scripts/docs/site/not-found.ts";
import { readJson } from "../contract/project.ts";
import { elementOf, emptyParts, linksOf, rowsOf, seen } from "./html.ts";
import { petsSite, petsSiteWithSupport } from "./pets.ts";

const { exports: exported } = readJson("package.json") as { exports: object };
const site = petsSiteWithSupport();
const page = (more: Partial<Page> = {}) =>
  shell(site, {
    ...{ folder: "a/b", address: "a/b/", title: "T & t", description: "D & d", script: "plain" },
    main: markup`<p>Main</p>`,
    ...more,
  });
const hashOf = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
const metaOf = (html: string, name: string) => {
  return new RegExp(`<meta (?:name|property|http-equiv)="${name}" content="([^"]*)">`).exec(html)?.[1];
};

describe("a page of the site", () => {
  it("tells search engines and chat windows what it is and where", () => {
    const html = page();
    expect(elementOf(html, "title")).toBe("<title>T &amp; t");
    expect(metaOf(html, "description")).toBe("D &amp; d");
    expect(html).toContain('<link rel="canonical" href="https://pets.example/a/b/">');
    expect(
      ["title", "description", "type", "url", "site_name"].map((name) => metaOf(html, `og:${name}`)),
    ).toEqual([...["T &amp; t", "D &amp; d", "article", "https://pets.example/a/b/", "Pets &amp; more"]]);
    expect(html).not.toContain("noindex");
    expect(emptyParts(html)).toEqual([]);
  });

  it("lets its own scripts run and no other, and loads a further one only where it says so", () => {
    const policy = (html: string) =>
      (metaOf(html, "Content-Security-Policy") ?? "").replaceAll("&#39;", "'").split("; ");
    expect(policy(page())).toContain(`script-src ${hashOf("theme()")} ${hashOf("plain()")}`);
    expect(policy(page({ script: "errors", loadsScript: true }))).toContain(
      `script-src ${hashOf("theme()")} ${hashOf("errors()")} 'self'`,
    );
    expect(policy(page())[0]).toBe("default-src 'none'");
    expect(page()).toContain("<script>theme()</script>\n<style>main{}</style>\n</head>");
    expect(page({ css: "b{}" })).toContain("<style>main{}b{}</style>");
    expect(page()).toContain("<script>plain()</script>\n</body>");
  });

  it("leads from its bar and its foot to the other pages and files, relative to its own folder", () => {
    expect(linksOf(elementOf(page(), "header"))).toEqual([
      ["Pets & more", "../../index.html"],
      ["Errors", "../../docs/errors/index.html"],
      ["API reference", "../../docs/reference/index.html"],
    ]);
    expect(elementOf(page(), "form", "search")).toContain('action="../../docs/errors/index.html"');
    expect(linksOf(elementOf(page({ folder: "docs/errors" }), "footer"))).toEqual([
      ["Home", "../../index.html"],
      ["Errors", "index.html"],
      ["API reference", "../reference/index.html"],
      ["errors.md", "../errors.md"],
      ["errors.json", "../../errors.json"],
      ["llms.txt", "../../llms.txt"],
      ["openapi.yaml", "../../v2/openapi.yaml"],
      ["The vet", "https://pets.example/vet"],
    ]);
    expect(seen(elementOf(page(), "footer"))).toMatch(
      /^Generated from version 2\.1\.0 of the Pets & more contract\. Home/,
    );
  });

  it("leaves out whom to ask where the document does not say", () => {
    const html = shell(petsSite(), {
      ...{ folder: "", address: "", title: "T", description: "D", script: "plain", main: markup`` },
    });
    expect(seen(elementOf(html, "footer"))).toMatch(/ openapi\.yaml$/);
  });

  it.each([
    ["errors", ["Errors"]],
    ["reference", ["API reference"]],
    [undefined, []],
  ] as const)("marks %s in its bar as where the reader is", (current, marked) => {
    const html = page(current && { current });
    const links = [...html.matchAll(/aria-current="true">([^<]+)</g)].map(([, text]) => text);
    expect(links).toEqual(marked);
  });

  it("has a button for the contents where it has any, and room for them", () => {
    const html = page({ contents: markup`<nav>Contents</nav>` });
    expect(html).toContain('<div class="frame has-toc">\n<nav>Contents</nav>\n<main id="main"');
    expect(html).toContain('popovertarget="contents"');
    expect(page()).toContain('<div class="frame">\n\n<main id="main"');
    expect(page()).not.toContain("popovertarget");
  });

  it.each<[what: string, more: Partial<Page>, folder: string | undefined]>([
    ["the index of a folder, which may be served without a slash, names it", {}, "b"],
    ["a file that is named like its page has none to name", { isFile: true }, undefined],
    ["the root has none to name", { folder: "" }, undefined],
    ["a page shown at any address has none to name", { root: "https://a.example/" }, undefined],
  ])("%s", (_, more, folder) => {
    expect(/<html lang="en"(?: data-folder="(.*)")?>/.exec(page(more))?.[1]).toBe(folder);
    expect(page(more)).toMatch(/^<!doctype html>\n<html lang="en"/);
  });

  it("may add to its head", () => {
    expect(page({ head: markup`<link rel="x">` })).toContain('\n<link rel="x">\n<script>');
  });
});

describe("the front door", () => {
  const html = homePage(site, ["openapi.yaml", "errors.json", "other.json"]);

  it("leads to the errors and the operations", () => {
    const doors = linksOf(elementOf(html, "div", "doors"));
    expect(doors.map(([text, href]) => [text.split(/(?<=Errors|reference) /)[0], href])).toEqual([
      ["Errors", "docs/errors/index.html"],
      ["API reference", "docs/reference/index.html"],
    ]);
    expect(seen(elementOf(html, "div", "hero"))).toMatch(
      /^Version 2\.1\.0 Pets & more Reference documentation for the Pets & more: /,
    );
    expect(elementOf(html, "title")).toBe("<title>Pets &amp; more");
    expect(html).toContain('<link rel="canonical" href="https://pets.example/">');
    expect(html).not.toContain("data-folder");
  });

  it("leads to the files for programs, and says what each is for and how long it stays", () => {
    const table = elementOf(html, "section", "files");
    expect(linksOf(table)).toEqual([
      ["errors.md", "docs/errors.md"],
      ["llms.txt", "llms.txt"],
      ["openapi.yaml", "v2/openapi.yaml"],
      ["errors.json", "v2/errors.json"],
      ["other.json", "v2/other.json"],
    ]);
    const published = Object.keys(exported).filter(
      (name) => /\.(?:yaml|json)$/.test(name) && name !== "./package.json",
    );
    const names = [...published.map((name) => name.slice(2)), "other.json"];
    const purposes = rowsOf(elementOf(homePage(site, names), "section", "files")).map(
      ([, purpose]) => purpose,
    );
    expect(purposes).toHaveLength(9);
    expect(purposes.findIndex((purpose) => !/^(?:The|A|Every) /.test(purpose ?? ""))).toBe(8);
    expect(purposes.at(-1)).toBe("");
    expect(seen(table)).toContain(
      "Files under v2/ follow the latest version that is compatible with it; those under 2.1.0/ never change.",
    );
  });
});

describe("the page for an address that leads nowhere", () => {
  const html = notFoundPage(site);

  it("says so, is not listed, and knows the codes that may have been meant", () => {
    expect(seen(elementOf(html, "div", "missing"))).toMatch(
      /^404 Page not found There is no page at this address\. Look for it in the error reference or the API reference\./,
    );
    expect(elementOf(html, "title")).toBe("<title>Page not found · Pets &amp; more");
    expect(html).toContain('data-errors="docs/errors" data-codes="gone bad_name busy broken"');
    expect(metaOf(html, "robots")).toBe("noindex");
    expect(metaOf(html, "description")).toBe("There is no page at this address.");
    expect(html).not.toContain("canonical");
    expect(html).toContain("<script>notFound()</script>");
  });

  it("has absolute links alone, since it is shown at any depth", () => {
    const links = linksOf(html)
      .map(([, href]) => href)
      .filter((href) => href !== "#main");
    expect(links.filter((href) => !href.startsWith("https://pets.example/"))).toEqual([]);
    expect(links).toContain("https://pets.example/docs/errors/index.html");
    expect(links).toContain("https://pets.example/docs/reference/index.html");
  });
});

describe("each page has the address, the words and the script that are its own:", () => {
  const [gone] = site.contract.errors;
  it.each([
    [
      "the error reference",
      errorPage(site, "docs/errors"),
      "docs/errors",
      /^Every error/,
      "errors()",
      "errors",
    ],
    [
      "its file for servers without a slash",
      errorPage(site, "docs"),
      "docs/errors",
      /^Every error/,
      "errors()",
      undefined,
    ],
    [
      "a code",
      gone ? codePage(site, gone) : "",
      "docs/errors/gone/",
      /^The pet is gone\.$/,
      "plain()",
      "gone",
    ],
    ["the front door", homePage(site, []), "", /^Reference documentation/, "plain()", undefined],
  ])("%s", (_, html, address, description, script, folder) => {
    expect(html).toContain(`<link rel="canonical" href="https://pets.example/${address}">`);
    expect(metaOf(html, "description")).toMatch(description);
    expect(html).toContain(`<script>${script}</script>\n</body>`);
    expect(/data-folder="(.*?)"/.exec(html)?.[1]).toBe(folder);
    expect(html.includes("&#39;self&#39;")).toBe(script === "errors()");
    expect(html.includes('aria-current="true">Errors')).toBe(address !== "");
  });
});
