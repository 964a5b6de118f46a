import type { Finding } from "../finding.ts";

/** For programs: an array of findings, keys always in the same order. */
export function json(findings: readonly Finding[]): string {
  const rows = findings.map(({ rule, severity, file, line, column, pointer, message }) => {
    return { rule, severity, file, line, column, pointer, message };
  });
  return `${JSON.stringify(rows, null, 2)}\n`;
}
