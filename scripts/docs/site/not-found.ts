import { markup } from "../html/markup.ts";
import { shell } from "../html/shell.ts";
import type { Site } from "./site.ts";

/**
 * What a server shows for an address that leads nowhere. The page can be shown at any depth, so its links are absolute;
 * the script makes them fit where the site is hosted, and offers the code that may have been meant.
 */
export function notFoundPage(site: Site): string {
  const { contract, paths } = site;
  const codes = contract.errors.map(({ code }) => code);
  const root = `${paths.origin}/`;
  return shell(site, {
    folder: "",
    root,
    address: "404.html",
    title: `Page not found · ${contract.title}`,
    description: "There is no page at this address.",
    script: "notFound",
    main: markup`<div class="hero" id="missing" data-errors="${paths.errors}" data-codes="${codes.join(" ")}"><p class="eyebrow">404</p><h1>Page not found</h1><p class="lead">There is no page at this address.</p>
<p id="meant"></p><p>Look for it in the <a href="${root}${paths.errors}/index.html">error reference</a> or the <a href="${root}${paths.reference}/index.html">API reference</a>.</p></div>
`,
  });
}
