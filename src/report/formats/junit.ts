import type { Finding } from "../finding.ts";
import type { Tool } from "../tool.ts";

/** JUnit XML as CI servers read it: a suite per file, a failed case per finding; one passed case when there are none. */
export function junit(findings: readonly Finding[], tool: Tool): string {
  const files = [...new Set(findings.map(({ file }) => file))];
  const suites = files.map((file) =>
    suite(
      file,
      findings.filter((finding) => finding.file === file),
    ),
  );
  const passed = `  <testsuite name="${xml(tool.name)}" tests="1" failures="0">\n    <testcase classname="${xml(tool.name)}" name="no findings"/>\n  </testsuite>`;
  const body = suites.length > 0 ? suites.join("\n") : passed;
  const totals = `tests="${Math.max(findings.length, 1)}" failures="${findings.length}"`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="${xml(tool.name)}" ${totals}>\n${body}\n</testsuites>\n`;
}

function suite(file: string, findings: Finding[]): string {
  const cases = findings.map(({ rule, severity, line, column, pointer, message }) => {
    const name = `${rule} at ${line}:${column}`;
    const detail = `${file}:${line}:${column} ${pointer}`;
    return [
      `    <testcase classname="${xml(file)}" name="${xml(name)}">`,
      `      <failure type="${severity}" message="${xml(message)}">${xml(detail)}</failure>`,
      "    </testcase>",
    ].join("\n");
  });
  const open = `  <testsuite name="${xml(file)}" tests="${findings.length}" failures="${findings.length}">`;
  return [open, ...cases, "  </testsuite>"].join("\n");
}

// Characters that XML 1.0 forbids even as references become U+FFFD, or the whole report would be unreadable.
const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

function xml(text: string): string {
  return text
    .replace(FORBIDDEN, "\ufffd")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("\n", "&#10;");
}
