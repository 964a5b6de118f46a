import { type Finding, formatFindings, type Severity, type Tool } from "../../report/index.ts";
import type { JudgedChange } from "../accept.ts";
import { broken, type DiffReport, notesOf } from "../report.ts";
import type { Bump } from "../verdicts.ts";

const SEVERITIES = {
  major: "error",
  minor: "warning",
  patch: "info",
  none: "warning",
} as const satisfies Record<Bump, Severity>;

/** Annotations on the lines of head: base is no file of the checkout. A change without a line in head is reported on its document. */
export function github(report: DiffReport, { entry, tool }: { entry: string; tool: Tool }): string {
  const findings = report.changes.map((change): Finding => {
    const location = change.location ?? { file: entry, pointer: "" };
    const line = change.location ? report.lineOf(change.location) : 1;
    const severity = change.accepted ? "info" : SEVERITIES[change.bump];
    return { rule: change.id, severity, ...location, line, column: 1, message: sentence(change) };
  });
  const notes = notesOf(report).map((message): Finding => {
    return { rule: "not-compared", severity: "info", file: entry, pointer: "", line: 1, column: 1, message };
  });
  return formatFindings([...findings, ...notes], { format: "github", tool });
}

function sentence(change: JudgedChange): string {
  const accepted = change.accepted
    ? ` Accepted until ${change.accepted.until}: ${change.accepted.reason}`
    : "";
  return `${change.message} Breaks ${broken(change)}; ${change.bump === "none" ? "no" : change.bump} version.${accepted}`;
}
