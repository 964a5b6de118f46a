import type { VerifyReport } from "../report.ts";
import { factsOf, summaryLine, whereOf } from "./summary.ts";

/** For the summary of a CI job or a comment: a table of the findings, and one of the codes. */
export function markdown(report: VerifyReport): string {
  const groups = report.groups.map((group) => [
    String(group.count),
    code(group.rule),
    code(group.code ?? ""),
    code(group.operation ?? ""),
    plain(`${group.first.message} (${whereOf(group)})`),
  ]);
  const codes = Object.entries(report.byCode).map(([name, { seen, conforming }]) => [
    code(name),
    String(seen),
    String(conforming),
  ]);
  return [
    "## Traffic against the contract",
    "",
    `${plain(summaryLine(report))}.`,
    "",
    ...table(["Times", "Rule", "Code", "Operation", "Found"], groups),
    ...table(["Code", "Seen", "Conforming"], codes),
    ...factsOf(report).map(([name, value]) => `- **${name}**: ${plain(value)}`),
    "",
  ].join("\n");
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  if (rows.length === 0) return [];
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line), ""];
}

function code(text: string): string {
  return text === "" ? "" : `\`${text}\``;
}

/** Plain text for a line of CommonMark, with the code spans that the messages have. */
function plain(text: string): string {
  return text
    .split(/(`[^`]*`)/)
    .map((part) =>
      part.startsWith("`") ? part.replaceAll("|", "\\|") : part.replace(/[\\*[\]<>|~&#]/g, "\\$&"),
    )
    .join("");
}
