import { plain, type StyleText, type TextStyle } from "../../report/index.ts";
import type { JudgedChange } from "../accept.ts";
import { broken, type DiffReport, isUndeclared, notesOf, summarySentence } from "../report.ts";
import type { Bump } from "../verdicts.ts";
import { printable } from "../words.ts";

const STYLES = { major: "red", minor: "yellow", patch: "dim", none: "cyan" } as const satisfies Record<
  Bump,
  TextStyle
>;

/** Text for people at a terminal: an entry is a line with its verdict, its sentence, and what it touches. */
export function text(report: DiffReport, style: StyleText = plain): string {
  const { title, base, head, changes } = report;
  const blocks = changes.map((change) => block(change, report, style));
  const summary = style(isUndeclared(report) ? "red" : "bold", summarySentence(report));
  const notes = notesOf(report).map((note) => style("dim", printable(note)));
  return `${[printable(`${title}: ${base.label} to ${head.label}`), ...blocks, [summary, ...notes].join("\n")].join("\n\n")}\n`;
}

function block(change: JudgedChange, { lineOf }: DiffReport, style: StyleText): string {
  const { id, bump, message, operations = [], codes = [], location, accepted } = change;
  const verdict = bump === "none" ? "warning" : bump;
  const lines = [
    `${style(STYLES[bump], verdict.padEnd(7))}  ${style("bold", printable(id))}  breaks ${broken(change)}`,
    indent(message),
    ...(codes.length > 0 ? [indent(`codes: ${codes.join(", ")}`)] : []),
    ...(operations.length > 0 ? [indent(`operations: ${operations.join(", ")}`)] : []),
    ...(location ? [style("dim", indent(`${location.file}:${lineOf(location)}`))] : []),
    ...(accepted ? [style("green", indent(`accepted until ${accepted.until}: ${accepted.reason}`))] : []),
  ];
  return lines.join("\n");
}

function indent(line: string): string {
  return `${" ".repeat(9)}${printable(line)}`;
}
