import type { StyleText } from "../../report/index.ts";
import type { VerifyReport } from "../report.ts";
import { github } from "./github.ts";
import { junit } from "./junit.ts";
import { markdown } from "./markdown.ts";
import { text } from "./text.ts";

/** The forms in which a report can be printed. */
export const REPORT_FORMATS = ["text", "json", "junit", "github", "markdown"] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** Prints a report; it ends with a line break. `style` is for `text` alone. */
export function formatReport(
  report: VerifyReport,
  format: ReportFormat,
  style: StyleText = (_style, plain) => plain,
): string {
  const printers = {
    text: () => text(report, style),
    json: () => `${JSON.stringify(report, null, 2)}\n`,
    junit: () => junit(report),
    github: () => github(report),
    markdown: () => markdown(report),
  } satisfies Record<ReportFormat, () => string>;
  return printers[format]();
}
