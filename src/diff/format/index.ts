import type { StyleText, Tool } from "../../report/index.ts";
import type { DiffReport } from "../report.ts";
import { github } from "./github.ts";
import { json } from "./json.ts";
import { markdown } from "./markdown.ts";
import { text } from "./text.ts";

/** The forms in which a comparison can be printed. */
export const DIFF_FORMATS = ["text", "json", "markdown", "github"] as const;
export type DiffFormat = (typeof DIFF_FORMATS)[number];

export interface DiffFormatOptions {
  format: DiffFormat;
  style: StyleText;
  tool: Tool;
  /** Path of head's document. */
  entry: string;
}

export function formatDiff(report: DiffReport, { format, style, tool, entry }: DiffFormatOptions): string {
  const printers = {
    text: () => text(report, style),
    json: () => json(report),
    markdown: () => markdown(report),
    github: () => github(report, { entry, tool }),
  } satisfies Record<DiffFormat, () => string>;
  return printers[format]();
}
