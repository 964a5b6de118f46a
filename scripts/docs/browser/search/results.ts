import { element } from "../elements.ts";
import type { Entry } from "./rank.ts";

/** Characters of text that are shown around what was found. */
const CONTEXT = 60;

/** A result: a link with its kind and facts, and, where only the text matched, the place. */
export function renderHit(
  { kind, name, title, facts, text, href }: Entry,
  words: readonly string[],
): HTMLElement {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = href;
  const head = element("span", "hit");
  if (name !== "") head.append(element("code", "", mark(name, words)), " ");
  head.append(element("span", "hit-title", mark(title, words)));
  const note = kind === "code" ? facts : facts === "" ? LABELS[kind] : `${LABELS[kind]} · ${facts}`;
  link.append(head, element("span", "hit-facts", [note]));
  const passage = passageOf(`${name} ${title} ${facts}`, text, words);
  if (passage) link.append(element("span", "hit-text", mark(passage, words)));
  item.append(link);
  return item;
}

const LABELS: Readonly<Record<Entry["kind"], string>> = {
  code: "Code",
  "client code": "Client",
  type: "Type",
  section: "Section",
  operation: "Operation",
};

/** What to do with the id of a request: this page cannot look it up. */
export function renderRequestId(id: string): DocumentFragment {
  const fragment = document.createDocumentFragment();
  const support = document.querySelector<HTMLAnchorElement>("[data-support]");
  fragment.append(
    element("code", "", [id]),
    " is the id of one request. Only support can look it up: include it, and the time of the request, when you contact ",
  );
  if (support) {
    const link = document.createElement("a");
    link.href = support.href;
    link.textContent = support.textContent;
    fragment.append(link, ".");
  } else fragment.append("support.");
  return fragment;
}

/** The message when nothing matches. */
export function renderSuggestions(query: string, hasSuggestions: boolean): (string | HTMLElement)[] {
  const asked = element("strong", "", [query]);
  return [
    "Nothing matches ",
    asked,
    hasSuggestions ? ". Did you mean:" : ". Try a code, a status or a word from the message.",
  ];
}

/** The text with what was searched for marked, at the beginnings of its words. */
function mark(text: string, words: readonly string[]): (string | HTMLElement)[] {
  const pattern = words.map((word) => word.replace(/[^\p{L}\p{N}_]/gu, "")).filter(Boolean);
  if (pattern.length === 0) return [text];
  const parts = text.split(new RegExp(`((?<![\\p{L}\\p{N}])(?:${pattern.join("|")}))`, "giu"));
  return parts.map((part, index) => (index % 2 === 0 ? part : element("mark", "", [part])));
}

/** The part of the text around the first word that matches there, unless the line above shows all words already. */
function passageOf(shown: string, text: string, words: readonly string[]): string | undefined {
  const missing = words.filter((word) => !shown.toLowerCase().includes(word));
  const flat = text.replaceAll("\n", " ");
  const at = missing
    .map((word) => flat.toLowerCase().indexOf(word))
    .filter((index) => index >= 0)
    .sort((a, b) => a - b)[0];
  if (at === undefined) return undefined;
  const start = flat.lastIndexOf(" ", Math.max(0, at - CONTEXT)) + 1;
  const end = flat.indexOf(" ", at + CONTEXT);
  return `${start > 0 ? "…" : ""}${flat.slice(start, end < 0 ? undefined : end)}${end < 0 ? "" : "…"}`;
}
