import type { ErrorFact } from "../../../src/contract/index.ts";
import { htmlContent } from "../../render/escape.ts";
import type { PageContext } from "./context.ts";
import { type Markup, markup, trusted } from "./markup.ts";

/** A table that scrolls inside itself where the page is narrow; keyboards can reach it to scroll. */
export function table(label: string, head: readonly (string | Markup)[], rows: readonly Markup[]): Markup {
  return markup`<div class="scroll" tabindex="0" role="region" aria-label="${label}"><table><thead><tr>${head.map(
    (cell) => markup`<th scope="col">${cell}</th>`,
  )}</tr></thead><tbody>${rows}</tbody></table></div>`;
}

/** A link to a code's description. */
export function codeLink(context: PageContext, error: ErrorFact): Markup {
  return markup`<a href="#${encodeURIComponent(context.anchor(error))}"><code>${error.code}</code></a>`;
}

export function list(items: readonly Markup[], ordered = false): Markup {
  const entries = items.map((item) => markup`<li>${item}</li>`);
  return ordered ? markup`<ol>${entries}</ol>` : markup`<ul>${entries}</ul>`;
}

/** Code in a box with a caption. */
export function codeBox(caption: string, content: Markup, { open }: { open: boolean }): Markup {
  const pre = markup`<pre>${content}</pre>`;
  return open
    ? markup`<details class="box" open><summary>${caption}</summary>${pre}</details>`
    : markup`<details class="box"><summary>${caption}</summary>${pre}</details>`;
}

/** Any code, in one colour. */
export function plainCode(text: string): Markup {
  return trusted(htmlContent(text));
}

/** JSON; the browser colours it, because the tags for that would be a fiftieth of the page. */
export function jsonCode(value: unknown): Markup {
  return plainCode(JSON.stringify(value, null, 2));
}
