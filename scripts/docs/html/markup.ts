import { html } from "../../render/escape.ts";

/** Complete, safe HTML: made by `markup`, or by a renderer that escapes. */
export interface Markup {
  readonly html: string;
}

type Part = string | number | Markup | readonly Markup[];

/** A template for HTML: interpolated strings are escaped, markup is not. */
export function markup(strings: TemplateStringsArray, ...parts: Part[]): Markup {
  return { html: String.raw({ raw: strings }, ...parts.map(toHtml)) };
}

/** Marks HTML that is known to be safe. */
export function trusted(content: string): Markup {
  return { html: content };
}

export const nothing: Markup = { html: "" };

/** The items with a separator between them. */
export function joined(items: readonly Markup[], separator: string): Markup {
  return { html: items.map((item) => item.html).join(separator) };
}

function toHtml(part: Part): string {
  if (typeof part === "object") return "html" in part ? part.html : part.map((item) => item.html).join("");
  return html(String(part));
}
