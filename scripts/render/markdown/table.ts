/** A table of GitHub-flavoured Markdown; the cells are Markdown already. */
export function markdownTable(head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.map(cell).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

// A bar ends a cell even inside a code span, unless a backslash is before it (GFM 4.10).
function cell(text: string): string {
  return text.replaceAll("\n", " ").replace(/(?<!\\)\|/g, "\\|");
}

/** A list with one line per item. */
export function markdownList(items: string[], marker: "-" | "1." = "-"): string {
  return items.map((item, index) => `${marker === "-" ? "-" : `${index + 1}.`} ${item}`).join("\n");
}
