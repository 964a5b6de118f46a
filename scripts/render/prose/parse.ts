import MarkdownIt, { type Token } from "markdown-it";

/**
 * What a text of the document may use: paragraphs, lists, emphasis, code spans and links. Headings, HTML, images, tables
 * and whatever else CommonMark has stay the characters they are, so that a description cannot build a page of its own.
 */
const reader = new MarkdownIt("zero", { html: false, linkify: false, typographer: false })
  .enable(["list"])
  .enable(["newline", "escape", "backticks", "emphasis", "link", "entity", "balance_pairs"]);
// A destination that is not allowed leaves the whole link as text.
reader.validateLink = isSafeLink;

/** Takes CommonMark apart. */
export function parseProse(text: string): Token[] {
  return reader.parse(text, {});
}

/** `https:`, `http:` and places on the same page; never a script, a file or a data URL. */
export function isSafeLink(href: string): boolean {
  return /^(?:https?:\/\/|#)/i.test(href);
}
