import type { StyleText } from "../../report/index.ts";
import type { VerifyReport } from "../report.ts";
import { factsOf, subjectOf, summaryLine, whereOf } from "./summary.ts";

/** For a terminal: what was checked, then a paragraph per kind of finding, then what else there is to know. */
export function text(report: VerifyReport, style: StyleText): string {
  const width = Math.max(0, ...report.groups.map(({ count }) => String(count).length));
  const groups = report.groups.flatMap((group) => [
    `${style("red", String(group.count).padStart(width))}  ${style("bold", group.rule)}  ${subjectOf(group)}`.trimEnd(),
    `${" ".repeat(width)}  ${group.first.message} ${style("dim", `${group.first.pointer} (${whereOf(group)})`)}`,
  ]);
  const facts = factsOf(report).map(([name, value]) => `${style("dim", name.padEnd(12))} ${value}`);
  const color = report.groups.length > 0 ? "red" : "green";
  return [
    style(color, summaryLine(report)),
    ...(groups.length > 0 ? ["", ...groups] : []),
    ...(facts.length > 0 ? ["", ...facts] : []),
    "",
  ].join("\n");
}
