import type { Token } from "markdown-it";
import { markdown, markdownCode } from "../escape.ts";
import type { LinkTo } from "./links.ts";
import { parseProse } from "./parse.ts";

interface List {
  ordered: boolean;
  count: number;
}

/** A text of the document as CommonMark that holds nothing but what the reader of the document understood. */
export function proseMarkdown(text: string, linkTo: LinkTo): string {
  const lists: List[] = [];
  let item: List | undefined; // the list whose next item begins with the text to come
  const blocks: string[] = [];
  for (const token of parseProse(text)) {
    if (token.type.endsWith("_list_open")) lists.push({ ordered: token.tag === "ol", count: 0 });
    else if (token.type.endsWith("_list_close")) lists.pop();
    else if (token.type === "list_item_open") item = lists.at(-1);
    else if (token.type === "inline") {
      blocks.push(blockMarkdown(inlineMarkdown(token.children ?? [], linkTo), lists.length, item));
      item = undefined;
    }
  }
  return blocks.join("\n\n");
}

function blockMarkdown(text: string, depth: number, item: List | undefined): string {
  const indent = "   ".repeat(depth);
  const body = text.replaceAll("\n", `\n${indent}`);
  if (item === undefined) return indent + body;
  item.count += 1;
  return indent.slice(3) + (item.ordered ? `${item.count}. ` : "-  ") + body;
}

/** The same in one line, which fits into a list or the cell of a table. */
export function lineMarkdown(text: string, linkTo: LinkTo): string {
  return parseProse(text)
    .filter(({ type }) => type === "inline")
    .map(({ children }) => inlineMarkdown(children ?? [], linkTo))
    .join(" ")
    .replaceAll("\n", " ");
}

function inlineMarkdown(tokens: Token[], linkTo: LinkTo): string {
  const targets: string[] = [];
  return tokens
    .map((token) => {
      switch (token.type) {
        case "code_inline":
          return markdownCode(token.content);
        case "strong_open":
        case "strong_close":
          return "**";
        case "em_open":
        case "em_close":
          return "*";
        case "softbreak":
        case "hardbreak":
          return "\n";
        case "link_open":
          targets.push(linkTo(String(token.attrGet("href") ?? "")));
          return "[";
        case "link_close":
          return `](${destination(targets.pop() ?? "")})`;
        default:
          return markdown(token.content);
      }
    })
    .join("");
}

/** A destination without brackets, spaces or a bar: they would end it, or the cell that it stands in. */
function destination(href: string): string {
  return href.replace(/[<>()|\s\\]/g, (character) =>
    encodeURIComponent(character).replace("(", "%28").replace(")", "%29"),
  );
}
