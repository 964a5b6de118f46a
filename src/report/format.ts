import { compareFindings, type Finding } from "./finding.ts";
import { github } from "./formats/github.ts";
import { json } from "./formats/json.ts";
import { junit } from "./formats/junit.ts";
import { sarif } from "./formats/sarif.ts";
import { stylish } from "./formats/stylish.ts";
import type { DescribeRule } from "./rule-info.ts";
import { plain, type StyleText } from "./style.ts";
import type { Tool } from "./tool.ts";

/** The forms in which findings can be printed. */
export const FORMATS = ["stylish", "json", "sarif", "junit", "github"] as const;
export type Format = (typeof FORMATS)[number];

export interface FormatOptions {
  format: Format;
  tool: Tool;
  /** Tells about rules, for formats that have a place for it. */
  describeRule?: DescribeRule;
  /** Used by `stylish` alone; without it the text is plain. */
  style?: StyleText;
}

/** Prints findings, sorted, in one of the formats; the text ends with a line break or is empty. */
export function formatFindings(
  findings: readonly Finding[],
  { format, tool, describeRule = () => undefined, style = plain }: FormatOptions,
): string {
  const sorted = [...findings].sort(compareFindings);
  const printers = {
    stylish: () => stylish(sorted, style),
    json: () => json(sorted),
    sarif: () => sarif(sorted, tool, describeRule),
    junit: () => junit(sorted, tool),
    github: () => github(sorted),
  } satisfies Record<Format, () => string>;
  return printers[format]();
}
