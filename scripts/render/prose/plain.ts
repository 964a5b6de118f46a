import type { Token } from "markdown-it";
import { parseProse } from "./parse.ts";

/** A text of the document without its markup, in one line. */
export function plainText(text: string): string {
  return plain(parseProse(text)).replace(/\s+/g, " ").trim();
}

function plain(tokens: Token[]): string {
  return tokens
    .map(({ type, content, children }) => {
      if (type === "inline") return `${plain(children ?? [])} `;
      return type === "softbreak" || type === "hardbreak" ? " " : content;
    })
    .join("");
}
