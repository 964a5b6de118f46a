import type { Finding, Severity } from "../finding.ts";
import type { Paint } from "../paint.ts";
import { summarize } from "../summary.ts";

const COLORS = { error: "red", warning: "yellow", info: "cyan" } as const satisfies Record<Severity, string>;

/** For people: findings grouped by file, columns aligned, a closing count. */
export function stylish(findings: readonly Finding[], paint: Paint): string {
  const width = Math.max(0, ...findings.map((finding) => position(finding).length));
  const blocks = [...new Set(findings.map(({ file }) => file))].map((file) => {
    const rows = findings
      .filter((finding) => finding.file === file)
      .map((finding) => row(finding, width, paint));
    return [paint("underline", file), ...rows, ""].join("\n");
  });
  return `${[...blocks, summarize(findings)].join("\n")}\n`;
}

function position({ line, column }: Finding): string {
  return `${line}:${column}`;
}

function row(finding: Finding, width: number, paint: Paint): string {
  const at = position(finding).padStart(width);
  const severity = paint(COLORS[finding.severity], finding.severity.padEnd(7));
  return `  ${paint("dim", at)}  ${severity}  ${finding.message}  ${paint("dim", finding.rule)}`;
}
