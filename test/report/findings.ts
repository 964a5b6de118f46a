import { type Finding, type Format, formatFindings } from "../../src/report/index.ts";

export const tool = { name: "cstar", version: "1.2.3", url: "https://cstar.help" };
export const print = (findings: readonly Finding[], format: Format) =>
  formatFindings(findings, { format, tool });

export const finding: Finding = {
  rule: "some-rule",
  severity: "error",
  file: "openapi/a.yaml",
  line: 3,
  column: 5,
  pointer: "/x",
  message: "It is wrong. Make it right.",
};

/** One list for all formats; unsorted, with everything that a format may have to escape. */
export const findings: Finding[] = [
  { ...finding, severity: "info", file: "openapi/b, c.yaml", line: 12, column: 1, rule: "note", pointer: "" },
  { ...finding, severity: "warning", line: 11, message: 'Two\nlines with 100% <b>"&amp;"</b>' },
  finding,
];

export const many = (count: number, severity: Finding["severity"] = "error"): Finding[] =>
  Array.from({ length: count }, (_, index) => ({
    ...finding,
    severity,
    pointer: `/x/${index}`,
    line: index + 1,
  }));
