import type { Finding } from "../finding.ts";
import type { Tool } from "../tool.ts";

/**
 * JUnit XML as CI servers read it (schema: junit-10.xsd of Jenkins' xUnit plugin): a suite per file and a case per
 * finding; one passed case when there are none.
 * Only errors are failures, as only they fail the run; of the others the case says what was found and passes.
 */
export function junit(findings: readonly Finding[], tool: Tool): string {
  const files = [...new Set(findings.map(({ file }) => file))];
  const suites = files.map((file) => {
    const own = findings.filter((finding) => finding.file === file);
    return suite(file, testCases(own), countErrors(own));
  });
  const passed = suite(tool.name, [`    <testcase classname="${xml(tool.name)}" name="no findings"/>`], 0);
  const body = suites.length > 0 ? suites.join("\n") : passed;
  const totals = `tests="${Math.max(findings.length, 1)}" failures="${countErrors(findings)}" errors="0"`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="${xml(tool.name)}" ${totals}>\n${body}\n</testsuites>\n`;
}

function countErrors(findings: readonly Finding[]): number {
  return findings.filter(({ severity }) => severity === "error").length;
}

function suite(name: string, cases: string[], failures: number): string {
  const open = `  <testsuite name="${xml(name)}" tests="${cases.length}" failures="${failures}" errors="0">`;
  return [open, ...cases, "  </testsuite>"].join("\n");
}

/** The cases of a file; a second finding of one rule in one place gets a number, because names are to differ. */
function testCases(findings: readonly Finding[]): string[] {
  const counts = new Map<string, number>();
  return findings.map((finding) => {
    const name = `${finding.rule} at ${finding.line}:${finding.column}`;
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return testCase(finding, count === 1 ? name : `${name} (${count})`);
  });
}

function testCase({ severity, file, line, column, pointer, message }: Finding, name: string): string {
  const where = `${file}:${line}:${column}${pointer === "" ? "" : ` ${pointer}`}`;
  const result =
    severity === "error"
      ? `<failure type="error" message="${xml(message)}">${xml(`${message}\n${where}`)}</failure>`
      : `<system-out>${xml(`${severity}: ${message}\n${where}`)}</system-out>`;
  return [
    `    <testcase classname="${xml(file)}" name="${xml(name)}">`,
    `      ${result}`,
    "    </testcase>",
  ].join("\n");
}

// Characters that XML 1.0 forbids even as references become U+FFFD, or the whole report would be unreadable.
const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

export function xml(text: string): string {
  return (
    text
      .replace(FORBIDDEN, "\ufffd")
      .replaceAll("&", "&amp;")
      .replaceAll("<", "&lt;")
      .replaceAll(">", "&gt;")
      .replaceAll('"', "&quot;")
      // A parser turns bare white space in an attribute into spaces (XML 1.0, 3.3.3).
      .replace(/[\t\n\r]/g, (space) => `&#${space.charCodeAt(0)};`)
  );
}
