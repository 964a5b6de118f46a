export { compareFindings, type Finding, type Severity } from "./finding.ts";
export { FORMATS, type Format, type FormatOptions, formatFindings } from "./format.ts";
export { didYouMean, nearest } from "./nearest.ts";
export type { DescribeRule, RuleInfo } from "./rule-info.ts";
export { plain, type StyleText, styleFor, type TextStyle } from "./style.ts";
export { summarize } from "./summary.ts";
export type { Tool } from "./tool.ts";
