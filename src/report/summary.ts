import type { Finding, Severity } from "./finding.ts";
import { count } from "./words.ts";

/** `2 errors, 1 warning`, or `no findings`. */
export function summarize(findings: readonly Finding[]): string {
  const severities: Severity[] = ["error", "warning", "info"];
  const counts = severities.flatMap((severity) => {
    const number = findings.filter((finding) => finding.severity === severity).length;
    if (number === 0) return [];
    return severity === "info" ? [`${number} info`] : [count(number, severity)];
  });
  return counts.length === 0 ? "no findings" : counts.join(", ");
}
