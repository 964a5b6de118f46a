export { compareFindings, type Finding, type Severity } from "./finding.ts";
export { FORMATS, type Format, type FormatOptions, formatFindings } from "./format.ts";
export { type Paint, paintFor, plain, type Style } from "./paint.ts";
export { summarize } from "./summary.ts";
export type { Tool } from "./tool.ts";
