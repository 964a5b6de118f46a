/** How much a finding matters: an `error` fails the run, the others inform. */
export type Severity = "error" | "warning" | "info";

/** One thing that is wrong, on the file and line that a person wrote. Every tool of this project reports in this form. */
export interface Finding {
  /** Identifier of the rule, such as `error-code-registered`. */
  rule: string;
  severity: Severity;
  /** Path of the file as the user would type it (POSIX separators). */
  file: string;
  /** Line, from 1. */
  line: number;
  /** Column, from 1. */
  column: number;
  /** RFC 6901 pointer into `file`; empty for the file as a whole. */
  pointer: string;
  /** What was found, what was expected, what to do. */
  message: string;
}

/** Sorts by file, then position, then rule, so that every run prints the same list. */
export function compareFindings(a: Finding, b: Finding): number {
  return (
    compare(a.file, b.file) ||
    a.line - b.line ||
    a.column - b.column ||
    compare(a.rule, b.rule) ||
    compare(a.pointer, b.pointer) ||
    compare(a.message, b.message)
  );
}

/** The most severe first, each level in the order of the list. */
export function bySeverity(findings: readonly Finding[]): Finding[] {
  const severities: Severity[] = ["error", "warning", "info"];
  return severities.flatMap((severity) => findings.filter((finding) => finding.severity === severity));
}

// By code unit, not by locale: the order must be the same on every machine.
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
