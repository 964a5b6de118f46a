import type { RetryRule } from "../../../src/contract/index.ts";
import { RETRY_LABELS } from "../../../src/contract/labels.ts";
import { htmlContent } from "../../render/escape.ts";
import { joined, type Markup, markup, trusted } from "./markup.ts";

/** A table whose rows become cards where the page is narrow. */
export function table(label: string, head: readonly string[], rows: readonly Markup[]): Markup {
  return markup`<table class="cards"><caption class="vh">${label}</caption>${tableHead(head)}<tbody>${rows}</tbody></table>`;
}

/** A table that cannot become cards: it scrolls inside itself, and the keyboard can reach it to scroll. */
export function scrollingTable(label: string, content: Markup): Markup {
  return markup`<div class="scroll" tabindex="0" role="region" aria-label="${label}">${content}</div>`;
}

function tableHead(head: readonly string[]): Markup {
  return markup`<thead><tr>${head.map((cell) => markup`<th scope="col">${cell}</th>`)}</tr></thead>`;
}

export function list(items: readonly Markup[], ordered = false): Markup {
  const entries = items.map((item) => markup`<li>${item}</li>`);
  return ordered ? markup`<ol>${entries}</ol>` : markup`<ul>${entries}</ul>`;
}

/** A name such as a code, which may be broken after each underscore. */
export function breakable(name: string): Markup {
  return joined(
    name.split(/(?<=_)(?=.)/).map((part) => markup`${part}`),
    "<wbr>",
  );
}

/** Whether to retry: words, with an icon and a colour from the style sheet. */
export function retryBadge(retry: RetryRule, label: string = RETRY_LABELS[retry].short): Markup {
  return markup`<span class="retry ${retry}">${label}</span>`;
}

/** A heading that links to itself, with a button that copies the link. */
export function linkedHeading(id: string, content: Markup, name: string): Markup {
  return markup`<div class="head"><h3 id="${id}"><a href="#${encodeURIComponent(id)}">${content}</a></h3><button type="button" class="copy js" aria-label="Copy link to ${name}">Copy link</button></div>`;
}

/** Code in a box with a caption, closed unless it is to be `open` from the start. */
export function codeBox(caption: string, content: Markup, { open = false } = {}): Markup {
  const inside = markup`<summary>${caption}</summary><pre>${content}</pre></details>`;
  return open ? markup`<details class="box" open>${inside}` : markup`<details class="box">${inside}`;
}

/** Code as it is; an address too long for a line may be broken at its separators. */
export function plainCode(text: string): Markup {
  return joined(
    text
      .split(/(https?:[^\s"']{30,})/)
      .map((part, index) => (index % 2 === 0 ? codeText(part) : breakableUrl(part))),
    "",
  );
}

/** JSON; the browser colours it, because the tags for that would be a fiftieth of the page. */
export function jsonCode(value: unknown): Markup {
  return plainCode(JSON.stringify(value, null, 2));
}

/** Quotes mean nothing in the content of an element, and code is full of them. */
function codeText(text: string): Markup {
  return trusted(htmlContent(text));
}

function breakableUrl(url: string): Markup {
  return joined(url.split(/(?<=[#?&_])|(?<=[^/:]\/)(?=[^/])/).map(codeText), "<wbr>");
}

/** The contents: beside the page where there is room, else behind the button in the bar. Shown and hidden without a script. */
export function contentsNav(entries: Markup): Markup {
  return markup`<nav class="toc" id="contents" popover aria-label="Contents"><ul>${entries}</ul></nav>`;
}

/** An entry of the contents. */
export function contentsLink(id: string, text: string | Markup): Markup {
  return markup`<li><a href="#${encodeURIComponent(id)}">${text}</a></li>`;
}
