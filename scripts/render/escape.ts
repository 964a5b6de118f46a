/**
 * The one place where text of the document becomes part of another language. Whoever writes a description must not be
 * able to end a comment, leave a string or open a tag.
 */

/** A string literal of TypeScript, quotes included. */
export function tsString(text: string): string {
  // U+2028 and U+2029 are fine in a string since ES2019; tools that split lines by them are not.
  return JSON.stringify(text).replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");
}

/** The name of a property of TypeScript, quoted where it has to be. */
export function tsProperty(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : tsString(name);
}

/** A value of JSON as a literal of TypeScript on one line. */
export function tsLiteral(value: unknown): string {
  if (typeof value === "string") return tsString(value);
  if (typeof value !== "object" || value === null) return String(value);
  if (Array.isArray(value)) return `[${value.map(tsLiteral).join(", ")}]`;
  const members = Object.entries(value).map(([name, member]) => `${tsKey(name)}: ${tsLiteral(member)}`);
  return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
}

// In a literal, and quoted too, this name would be that of the prototype.
function tsKey(name: string): string {
  return name === "__proto__" ? '["__proto__"]' : tsProperty(name);
}

/** Text for a block comment, without its delimiters; line breaks stay. */
export function tsComment(text: string): string {
  return lines(text).replaceAll("*/", "*\\/");
}

/** Text for the content or a quoted attribute of an HTML element. */
export function html(text: string): string {
  const entities: Record<string, string> = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "'": "&#39;",
  };
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

/** Text for the content of an HTML element only, where quotes mean nothing: code is full of them. */
export function htmlContent(text: string): string {
  return html(text).replaceAll("&quot;", '"').replaceAll("&#39;", "'");
}

/** Plain text for a line of CommonMark: nothing in it is markup, and it fits into the cell of a table. */
export function markdown(text: string): string {
  return (
    lines(text)
      .replaceAll("\n", " ")
      .replace(/[\\`*[\]<>|~&]/g, (character) => `\\${character}`)
      // An underscore between letters is no emphasis (CommonMark 0.31, 6.2), and a lone `!` is no image: left readable.
      .replace(/(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, "\\_")
      .replace(/!(?=\\\[|$)/g, "\\!")
      // What makes a heading, a list, a rule or an underline only does so at the start of a line.
      .replace(/^(\s*)([#+=-]|\d{1,9}(?=[.)](?:\s|$)))/, (_, space, mark) =>
        /\d/.test(mark) ? `${space}${mark}\\` : `${space}\\${mark}`,
      )
  );
}

/** A code span of CommonMark, whatever backticks the text has (6.1). */
export function markdownCode(text: string): string {
  const content = lines(text).replaceAll("\n", " ");
  const longest = Math.max(0, ...(content.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  const pad = /^`|`$|^ .* $/.test(content) ? " " : "";
  return `${fence}${pad}${content}${pad}${fence}`;
}

/** A fenced block of CommonMark, with a fence longer than any in the text (4.5). */
export function markdownBlock(language: string, text: string): string {
  const longest = Math.max(2, ...(text.match(/`{3,}/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${language}\n${text}\n${fence}`;
}

function lines(text: string): string {
  return text.replace(/\r\n?|[\u2028\u2029]/g, "\n");
}
