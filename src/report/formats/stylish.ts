import type { Finding, Severity } from "../finding.ts";
import type { StyleText } from "../style.ts";
import { summarize } from "../summary.ts";

const COLORS = { error: "red", warning: "yellow", info: "cyan" } as const satisfies Record<Severity, string>;

/** For people: findings grouped by file, columns aligned, a closing count. */
export function stylish(findings: readonly Finding[], style: StyleText): string {
  const width = Math.max(0, ...findings.map((finding) => position(finding).length));
  const blocks = [...new Set(findings.map(({ file }) => file))].map((file) => {
    const rows = findings
      .filter((finding) => finding.file === file)
      .map((finding) => row(finding, width, style));
    return [style("underline", visible(file)), ...rows, ""].join("\n");
  });
  return `${[...blocks, summarize(findings)].join("\n")}\n`;
}

function position({ line, column }: Finding): string {
  return `${line}:${column}`;
}

function row(finding: Finding, width: number, style: StyleText): string {
  const at = position(finding).padStart(width);
  const severity = style(COLORS[finding.severity], finding.severity.padEnd(7));
  const indent = " ".repeat(2 + width + 2 + 7 + 2);
  const message = finding.message.trimEnd().split(/\r?\n/).map(visible).join(`\n${indent}`);
  return `  ${style("dim", at)}  ${severity}  ${message}  ${style("dim", visible(finding.rule))}`;
}

/** Control characters as text: what stands in a document must not steer the terminal of its reader. */
function visible(text: string): string {
  return text.replace(/\p{Cc}/gu, (control) => {
    return `\\u${control.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}
