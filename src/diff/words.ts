/** Building blocks for the messages of changes, in CommonMark. */

/**
 * Text of the document as a code span, whatever is in it: neither Markdown nor HTML nor a mention of somebody takes
 * effect inside (CommonMark 0.31, section 6.1).
 */
export function quote(text: string | number): string {
  const plain = printable(String(text).replace(/\s+/g, " "));
  const longest = Math.max(0, ...(plain.match(/`+/g) ?? []).map((run) => run.length));
  if (longest === 0) return `\`${plain}\``;
  const fence = "`".repeat(longest + 1);
  return `${fence} ${plain} ${fence}`;
}

/** Without the control characters that would steer a terminal (ECMA-48). */
export function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return text.replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g, "\ufffd");
}

/** The beginning of a text that may be long, such as a schema. */
export function shorten(text: string, length = 120): string {
  return text.length > length ? `${text.slice(0, length - 1)}…` : text;
}
