import type { Contract, ErrorFact } from "../../../src/contract/index.ts";
import type { Places } from "../site/places.ts";
import { relative } from "../site/places.ts";
import type { Samples } from "./code.ts";
import { pageContext } from "./context.ts";
import { groupSection } from "./group.ts";
import { type Markup, markup, trusted } from "./markup.ts";
import { matrixSection, matrixStyle } from "./matrix.ts";
import { contents } from "./nav.ts";
import { keysSection, shapeSection, statusSection, tipsSection, typesSection } from "./overview.ts";

export interface PageInput {
  contract: Contract;
  places: Places;
  samplesOf: (error: ErrorFact) => Samples | undefined;
  assets: Assets;
}

/** Style and script, ready to stand inside their elements. */
export interface Assets {
  css: string;
  /** Runs before the first paint. */
  themeInit: string;
  /** Runs when the page has been parsed. */
  script: string;
}

/** The error reference: one file that asks for nothing else. */
export function errorPage({ contract, places, samplesOf, assets }: PageInput): string {
  const context = pageContext(contract);
  const to = (target: string) => relative(places.errors, target);
  const reference = to(`${places.reference}/index.html`);
  const lead = `Every error the API returns: what it means, why it happens, how to fix it, and whether to retry.`;
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Errors · ${contract.title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="${lead}">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'self'">
<link rel="icon" href="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24'%3E%3Cpath fill='%236d5cff' d='M12 1l3 8 8 3-8 3-3 8-3-8-8-3 8-3z'/%3E%3C/svg%3E">
<link rel="alternate" type="text/markdown" href="${to(`${places.errors}.md`)}">
<script>${trusted(assets.themeInit)}</script>
<style>${trusted(assets.css + matrixStyle(context))}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the errors</a>
${topBar(contract.title, reference)}
<div class="frame">
${contents(context)}
<main id="main" tabindex="-1">
<div class="hero intro"><p class="eyebrow">${contract.title} · version ${contract.version}</p><h1>Errors</h1><p class="lead">${lead}</p>
<p>There are ${contract.errors.length} codes in ${contract.types.length} types. Branch on <code>code</code>, never on <code>message</code>, and expect later versions to add codes and fields.</p></div>
<p id="found" class="found" role="status"></p>
${shapeSection(context)}${typesSection(context)}${contract.types.map((type) => groupSection(context, type, samplesOf))}${matrixSection(context, reference)}${statusSection(context)}${keysSection(context)}${tipsSection(context)}</main>
</div>
${footer(contract, places, to)}
<script>${trusted(assets.script)}</script>
</body>
</html>
`.html;
}

function topBar(title: string, reference: string): Markup {
  return markup`<header class="top"><a class="brand" href="#main"><svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true"><path d="M12 1l3 8 8 3-8 3-3 8-3-8-8-3 8-3z"/></svg><span>${title}</span></a>
<form class="search js" role="search"><label><span class="vh">Search the errors</span><input type="search" name="q" id="q" placeholder="Search the errors" autocomplete="off" spellcheck="false" aria-describedby="found"></label><kbd aria-hidden="true">/</kbd></form>
<a class="ref" href="${reference}">API reference</a>
<button class="theme js" type="button" id="theme" aria-label="Dark theme" aria-pressed="false"><svg viewBox="0 0 24 24" width="18" height="18" aria-hidden="true"><path d="M12 3a9 9 0 1 0 9 9 7 7 0 0 1-9-9z"/></svg></button></header>`;
}

function footer({ title, version }: Contract, places: Places, to: (target: string) => string): Markup {
  const files = [`${places.errors}.md`, "errors.json", "llms.txt", `${places.versions[0]}/openapi.yaml`];
  const links = files.map(
    (file) => markup`<li><a href="${to(file)}">${file.split("/").at(-1) ?? file}</a></li>`,
  );
  const reference = markup`<li><a href="${to(`${places.reference}/index.html`)}">API reference</a></li>`;
  return markup`<footer><p>Made from version ${version} of the contract of the ${title}.</p><ul>${reference}${links}</ul></footer>`;
}
