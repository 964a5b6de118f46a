/**
 * Makes text of others fit for a terminal: no control characters that move the cursor, change colours or turn the
 * direction of writing; a line break becomes a space.
 */
export function visible(text: string): string {
  return text.replace(/[\n\r\t]+/g, " ").replace(/[\p{Cc}\p{Bidi_Control}\u2028\u2029\ufeff]/gu, "\ufffd");
}

/** CommonMark as plain text: links show where they lead, code keeps its backticks. */
export function plainProse(text: string): string {
  return visible(text.replace(/\[([^\]]*)\]\(([^()\s]*)\)/g, "$1 ($2)").replace(/\*\*([^*]+)\*\*/g, "$1"));
}

/** Breaks a text between words; every line but the first is indented by `indent` spaces. */
export function wrap(text: string, { width = 88, indent = 0 } = {}): string {
  const lines: string[] = [];
  for (const word of text.split(" ").filter(Boolean)) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > width - indent) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines.join(`\n${" ".repeat(indent)}`);
}
