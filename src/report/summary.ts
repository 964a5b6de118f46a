import type { Finding, Severity } from "./finding.ts";

/** `2 errors, 1 warning`, or `no findings`. */
export function summarize(findings: readonly Finding[]): string {
  const severities: Severity[] = ["error", "warning", "info"];
  const counts = severities.flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    if (count === 0) return [];
    return severity === "info" ? [`${count} info`] : [`${count} ${severity}${count === 1 ? "" : "s"}`];
  });
  return counts.length === 0 ? "no findings" : counts.join(", ");
}
