import { data, property } from "../../report/formats/github.ts";
import type { VerifyReport } from "../report.ts";
import { factsOf, messageOf, summaryLine, titleOf, whereOf } from "./summary.ts";

/** Workflow commands that GitHub shows as annotations of the run: an error per kind of finding, and a notice. */
export function github(report: VerifyReport): string {
  const groups = report.groups.map((group) => {
    const message = `${messageOf(group)} (${whereOf(group)})`;
    return `::error title=${property(titleOf(group))}::${data(message)}\n`;
  });
  const facts = factsOf(report).map(([name, value]) => `${name}: ${value}`);
  const notice = `::notice title=verify::${data([summaryLine(report), ...facts].join("\n"))}\n`;
  return [...groups, notice].join("");
}
