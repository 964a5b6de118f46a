import { createHash } from "node:crypto";
import { posix } from "node:path";
import type { Script } from "../assets.ts";
import { relative } from "../site/paths.ts";
import type { Site } from "../site/site.ts";
import { type Markup, markup, nothing, trusted } from "./markup.ts";

/** One page of the site. */
export interface Page {
  /** Folder of the file, from the root of the site; empty for the root itself. */
  folder: string;
  /** The canonical address, from the root of the site. */
  address: string;
  title: string;
  description: string;
  /** The entry of the bar that leads here. */
  current?: "errors" | "reference";
  script: Script;
  /** Whether the script may load another one from where the page comes from. */
  loadsScript?: boolean;
  /** For the head, such as alternate forms of the page. */
  head?: Markup;
  /** Rules that only this page needs. */
  css?: string;
  contents?: Markup;
  /** Whether the file is named like the page; else it is the index of a folder, which may be served without a slash. */
  isFile?: boolean;
  main: Markup;
  /** Where links begin that cannot be relative, since the page is shown at any address; such a page is not listed. */
  root?: string;
}

const STAR = "M12 1l3 8 8 3-8 3-3 8-3-8-8-3 8-3z";

/** A whole page: everything that the pages of the site have in common, around what is its own. It loads nothing. */
export function shell(site: Site, page: Page): string {
  const { assets } = site;
  const script = assets[page.script];
  const canonical = `${site.paths.origin}/${page.address}`;
  return markup`<!doctype html>
<html lang="en"${page.root === undefined && page.folder !== "" && !page.isFile ? markup` data-folder="${posix.basename(page.folder)}"` : nothing}>
<head>
<meta charset="utf-8">
<title>${page.title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="${page.description}">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src ${hashOf(assets.themeInit)} ${hashOf(script)}${page.loadsScript ? " 'self'" : ""}; img-src data:; base-uri 'none'; form-action 'none'">
${page.root !== undefined ? markup`<meta name="robots" content="noindex">` : openGraph(site, page, canonical)}
<link rel="icon" href="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24'%3E%3Cpath fill='%236d5cff' d='${STAR}'/%3E%3C/svg%3E">
${page.head ?? nothing}
<script>${trusted(assets.themeInit)}</script>
<style>${trusted(assets.css + (page.css ?? ""))}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
${topBar(site, page)}
<div class="frame${page.contents ? " has-toc" : ""}">
${page.contents ?? nothing}
<main id="main" tabindex="-1">
${page.main}</main>
</div>
${footer(site, page)}
<script>${trusted(script)}</script>
</body>
</html>
`.html;
}

function linksFrom({ folder, root }: Page): (target: string) => string {
  return (target) => (root === undefined ? relative(folder, target) : root + target);
}

function hashOf(script: string): Markup {
  return trusted(`'sha256-${createHash("sha256").update(script).digest("base64")}'`);
}

function openGraph({ contract }: Site, { title, description }: Page, canonical: string): Markup {
  const tags = { title, description, type: "article", url: canonical, site_name: contract.title };
  return markup`<link rel="canonical" href="${canonical}">
${Object.entries(tags).map(([name, content]) => markup`<meta property="og:${name}" content="${content}">`)}`;
}

function topBar({ contract, paths }: Site, page: Page): Markup {
  const { current, contents } = page;
  const to = linksFrom(page);
  const link = (name: "errors" | "reference", text: string) =>
    markup`<a href="${to(`${paths[name]}/index.html`)}"${current === name ? markup` aria-current="true"` : nothing}>${text}</a>`;
  return markup`<header class="top"><div class="bar"><a class="brand" href="${to("index.html")}"><svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true"><path d="${STAR}"/></svg><span>${contract.title}</span></a>
<form class="search js" role="search" action="${to(`${paths.errors}/index.html`)}"><label><span class="vh">Search the errors</span><input type="search" name="q" id="q" placeholder="Search errors" autocomplete="off" autocapitalize="off" spellcheck="false"></label><kbd aria-hidden="true">/</kbd><button type="button" id="clear" aria-label="Clear the search" hidden>×</button><div id="results" hidden><p id="found" role="status"></p><ul></ul></div></form>
<nav class="pages" aria-label="Pages">${link("errors", "Errors")}${link("reference", "API reference")}</nav>
${contents ? markup`<button class="icon menu" type="button" popovertarget="contents" aria-label="Contents"><svg viewBox="0 0 24 24" width="18" height="18" aria-hidden="true"><path d="M3 5h18v2H3zm0 6h18v2H3zm0 6h12v2H3z"/></svg></button>` : nothing}
<button class="icon theme js" type="button" id="theme" aria-label="Dark theme" aria-pressed="false"><svg viewBox="0 0 24 24" width="18" height="18" aria-hidden="true"><path d="M12 3a9 9 0 1 0 9 9 7 7 0 0 1-9-9z"/></svg></button></div></header>`;
}

function footer({ contract, paths, support }: Site, page: Page): Markup {
  const to = linksFrom(page);
  const { title, version } = contract;
  const link = (path: string, text: string) => markup`<li><a href="${to(path)}">${text}</a></li>`;
  const links = [
    link("index.html", "Home"),
    link(`${paths.errors}/index.html`, "Errors"),
    link(`${paths.reference}/index.html`, "API reference"),
    ...[`${paths.errors}.md`, "errors.json", "llms.txt", `${paths.versions[0]}/openapi.yaml`].map((file) =>
      link(file, posix.basename(file)),
    ),
  ];
  const contact = support
    ? markup`<li><a data-support href="${support.url}">${support.name}</a></li>`
    : nothing;
  return markup`<footer class="foot"><p>Generated from version ${version} of the ${title} contract.</p><ul>${links}${contact}</ul></footer>`;
}
