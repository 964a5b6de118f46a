import { bySeverity, type Finding, type Severity } from "../finding.ts";

const LEVELS = { error: "error", warning: "warning", info: "notice" } as const satisfies Record<
  Severity,
  string
>;

/** GitHub shows so many annotations of each level for a step, and drops the rest without a word. */
const MAX_OF_LEVEL = 10;

/**
 * Workflow commands that GitHub shows as annotations on the changed lines
 * (https://docs.github.com/actions/reference/workflow-commands-for-github-actions), most severe first. What it would
 * not show is counted in a line of the log.
 */
export function github(findings: readonly Finding[]): string {
  const counts: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  const shown = bySeverity(findings).filter(({ severity }) => {
    counts[severity] += 1;
    return counts[severity] <= MAX_OF_LEVEL;
  });
  const commands = shown.map(({ severity, file, line, column, rule, message }) => {
    const where = `file=${property(file)},line=${line},col=${column},title=${property(rule)}`;
    return `::${LEVELS[severity]} ${where}::${data(message)}\n`;
  });
  const rest = findings.length - shown.length;
  const word = `${rest} more ${rest === 1 ? "finding is" : "findings are"} not annotated; --format stylish lists all.\n`;
  return `${commands.join("")}${rest > 0 ? word : ""}`;
}

// The runner decodes exactly these escapes; `:` and `,` end a property and only there need one.
export function data(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

export function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
