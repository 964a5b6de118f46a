export { lineHtml, proseHtml } from "./html.ts";
export { type LinkTo, linkCodes } from "./links.ts";
export { lineMarkdown, proseMarkdown } from "./markdown.ts";
export { isSafeLink } from "./parse.ts";
export { plainText } from "./plain.ts";
export { firstSentence } from "./sentence.ts";
