import type { Finding, Severity } from "../finding.ts";

const LEVELS = { error: "error", warning: "warning", info: "notice" } as const satisfies Record<
  Severity,
  string
>;

/**
 * Workflow commands that GitHub shows as annotations on the changed lines
 * (https://docs.github.com/actions/reference/workflow-commands-for-github-actions).
 */
export function github(findings: readonly Finding[]): string {
  return findings
    .map(({ severity, file, line, column, rule, message }) => {
      const where = `file=${property(file)},line=${line},col=${column},title=${property(rule)}`;
      return `::${LEVELS[severity]} ${where}::${data(message)}\n`;
    })
    .join("");
}

// The runner decodes exactly these escapes; `:` and `,` end a property and only there need one.
export function data(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

export function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
