import type { Token } from "markdown-it";
import { html } from "../escape.ts";
import type { LinkTo } from "./links.ts";
import { parseProse } from "./parse.ts";

/** A text of the document as HTML: paragraphs and lists, every character of it escaped. */
export function proseHtml(text: string, linkTo: LinkTo): string {
  return render(parseProse(text), linkTo);
}

/** The same without paragraphs, for places that hold a single line. */
export function lineHtml(text: string, linkTo: LinkTo): string {
  return parseProse(text)
    .filter(({ type }) => type === "inline")
    .map(({ children }) => render(children ?? [], linkTo))
    .join(" ");
}

// Structure that the reader of prose knows, as the element it becomes.
const ELEMENTS: Readonly<Record<string, string>> = {
  paragraph: "p",
  bullet_list: "ul",
  ordered_list: "ol",
  list_item: "li",
  strong: "strong",
  em: "em",
};

function render(tokens: Token[], linkTo: LinkTo): string {
  return tokens.map((token) => renderToken(token, linkTo)).join("");
}

function renderToken(token: Token, linkTo: LinkTo): string {
  if (token.type === "inline") return render(token.children ?? [], linkTo);
  if (token.type === "code_inline") return `<code>${html(token.content)}</code>`;
  if (token.type === "softbreak" || token.type === "hardbreak") return " ";
  if (token.type === "link_open") return `<a href="${html(linkTo(String(token.attrGet("href") ?? "")))}">`;
  if (token.type === "link_close") return "</a>";
  const element = ELEMENTS[token.type.replace(/_(?:open|close)$/, "")];
  if (element === undefined) return html(token.content);
  // markdown-it hides the paragraphs of a list whose items have no blank line between them.
  return token.hidden ? "" : `<${token.nesting < 0 ? "/" : ""}${element}>`;
}
