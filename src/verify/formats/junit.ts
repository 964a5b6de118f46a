import { xml } from "../../report/formats/junit.ts";
import { checkedOf, type FindingGroup, type VerifyReport } from "../report.ts";
import { messageOf, summaryLine, titleOf, whereOf } from "./summary.ts";

/**
 * JUnit XML as CI servers read it: a failed case per kind of finding. A report that found nothing is one passed case; one
 * that checked nothing is an error.
 */
export function junit(report: VerifyReport): string {
  const { groups } = report;
  const isEmpty = checkedOf(report) === 0;
  const problem = isEmpty
    ? `><error message="${xml([summaryLine(report), ...report.hints].join("; "))}"/></testcase>`
    : "/>";
  const cases =
    groups.length > 0 ? groups.map(testCase) : [`    <testcase classname="verify" name="traffic"${problem}`];
  const totals = `tests="${cases.length}" failures="${groups.length}" errors="${isEmpty ? 1 : 0}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="verify" ${totals}>`,
    `  <testsuite name="verify" ${totals}>`,
    ...cases,
    `    <system-out>${xml(summaryLine(report))}</system-out>`,
    "  </testsuite>",
    "</testsuites>",
    "",
  ].join("\n");
}

function testCase(group: FindingGroup): string {
  const failure = `<failure type="${xml(group.rule)}" message="${xml(messageOf(group))}">${xml(whereOf(group))}</failure>`;
  return `    <testcase classname="verify" name="${xml(titleOf(group))}">${failure}</testcase>`;
}
