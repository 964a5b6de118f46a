import { count } from "../../report/words.ts";
import type { JudgedChange } from "../accept.ts";
import { broken, type DiffReport, isUndeclared, notesOf, summarySentence } from "../report.ts";
import { quote } from "../words.ts";

/** By this line a workflow finds its own comment again, to replace it. */
export const MARKER = "<!-- cstar-contract diff -->";

/** A comment on GitHub may have 65,536 characters; the rest is for what a workflow adds. */
const MAX_LENGTH = 60_000;
const MAX_NAMED = 6;

/**
 * GitHub Markdown for a comment on a pull request: the summary first, then a row for each change, as many as fit. Words
 * of the document stand in code spans, where neither markup nor a mention takes effect.
 */
export function markdown(report: DiffReport): string {
  const { title, base, head, changes } = report;
  const verdict = isUndeclared(report) ? "❌ " : changes.length > 0 ? "✅ " : "";
  const top = [
    MARKER,
    `## Changes of the contract: ${quote(title)}`,
    "",
    `${verdict}**${summarySentence(quoted(report))}**`,
    "",
    `${quote(base.label)} to ${quote(head.label)}`,
    ...notesOf(report).flatMap((note) => ["", note]),
    "",
  ];
  if (changes.length === 0) return top.join("\n");
  const table = ["| version | breaks | change | touches |", "|---|---|---|---|"];
  const rows = rowsThatFit(changes.map(row), MAX_LENGTH - [...top, ...table].join("\n").length);
  const left = changes.length - rows.length;
  const rest =
    left === 0
      ? []
      : ["", `${count(left, "more change")} did not fit here; run \`cstar-contract diff\` to see all.`];
  return `${[...top, ...table, ...rows, ...rest].join("\n")}\n`;
}

function quoted(report: DiffReport): DiffReport {
  const version = ({ label, version }: DiffReport["base"]) => ({ label, version: quote(version) });
  return { ...report, base: version(report.base), head: version(report.head) };
}

/** The first rows that fit, with room for the line about the others. */
function rowsThatFit(rows: readonly string[], room: number): string[] {
  const kept: string[] = [];
  let left = room - 100;
  for (const one of rows) {
    left -= one.length + 1;
    if (left < 0) break;
    kept.push(one);
  }
  return kept;
}

function row(change: JudgedChange): string {
  const { id, bump, message, accepted } = change;
  const reason = accepted ? ` *(accepted until ${quote(accepted.until)}: ${quote(accepted.reason)})*` : "";
  const cells = [
    bump === "major" ? "**major**" : bump === "none" ? "warning" : bump,
    broken(change),
    `${quote(id)}: ${message}${reason}`,
    touched(change),
  ];
  return `| ${cells.map(cell).join(" | ")} |`;
}

/** A few by name, many by number. */
function touched({ operations = [] }: JudgedChange): string {
  return operations.length > MAX_NAMED
    ? count(operations.length, "operation")
    : operations.map(quote).join(", ");
}

/** A table cell is one line, and `|` ends it even inside a code span (GFM, section 4.10). */
function cell(text: string): string {
  return text.replace(/\s+/g, " ").replaceAll("|", "\\|");
}
