import fc from "fast-check";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import { expect, test } from "vitest";
import { type Finding, FORMATS, formatFindings } from "../../src/report/index.ts";
import { finding, findings, many, print, tool } from "./findings.ts";

test("stylish groups by file, aligns the columns and counts", () => {
  expect(print(findings, "stylish")).toBe(`openapi/a.yaml
   3:5  error    It is wrong. Make it right.  some-rule
  11:5  warning  Two
                 lines with 100% <b>"&amp;"</b>  some-rule

openapi/b, c.yaml
  12:1  info     It is wrong. Make it right.  note

1 error, 1 warning, 1 info
`);
});

test("stylish says so when there is nothing", () => {
  expect(print([], "stylish")).toBe("no findings\n");
});

test("stylish dresses position, severity, rule and file with the style it is given", () => {
  const text = formatFindings(findings, {
    format: "stylish",
    tool,
    style: (style, styled) => `<${style}>${styled}</${style}>`,
  });
  expect(text.split("\n").slice(0, 2)).toEqual([
    "<underline>openapi/a.yaml</underline>",
    "  <dim> 3:5</dim>  <red>error  </red>  It is wrong. Make it right.  <dim>some-rule</dim>",
  ]);
  expect(text).toContain("<yellow>warning</yellow>");
  expect(text).toContain("<cyan>info   </cyan>");
});

test("stylish shows control characters as text, so that a document cannot steer a terminal", () => {
  const text = print(
    [{ ...finding, file: "a\u001b.yaml", rule: "r\u0007", message: "x\u001b[2J\u009b1m\ry\r\nz\n" }],
    "stylish",
  );
  expect(text).toBe(
    "a\\u001b.yaml\n  3:5  error    x\\u001b[2J\\u009b1m\\u000dy\n                z  r\\u0007\n\n1 error\n",
  );
});

test("json is an array of whole findings, sorted, keys in one order", () => {
  expect(print([finding], "json")).toBe(`${JSON.stringify([finding], null, 2)}\n`);
  expect(JSON.parse(print(findings, "json"))).toEqual([findings[2], findings[1], findings[0]]);
  const [first] = JSON.parse(print([Object.fromEntries(Object.entries(finding).reverse()) as never], "json"));
  expect(Object.keys(first)).toEqual(["rule", "severity", "file", "line", "column", "pointer", "message"]);
  expect(print([], "json")).toBe("[]\n");
});

test("json leaves out what is no part of a finding", () => {
  expect(print([{ ...finding, secret: 1 } as Finding], "json")).not.toContain("secret");
});

test("github prints a workflow command per finding and nothing when there are none", () => {
  expect(print(findings, "github")).toBe(
    [
      "::error file=openapi/a.yaml,line=3,col=5,title=some-rule::It is wrong. Make it right.",
      '::warning file=openapi/a.yaml,line=11,col=5,title=some-rule::Two%0Alines with 100%25 <b>"&amp;"</b>',
      "::notice file=openapi/b%2C c.yaml,line=12,col=1,title=note::It is wrong. Make it right.",
      "",
    ].join("\n"),
  );
  expect(print([], "github")).toBe("");
});

test("github escapes what would end a property or begin another command", () => {
  const text = print(
    [{ ...finding, file: "C:\\a,b%.yaml", rule: "x::y", message: "a\r\n::error::b: c, %0A" }],
    "github",
  );
  expect(text).toBe(
    "::error file=C%3A\\a%2Cb%25.yaml,line=3,col=5,title=x%3A%3Ay::a%0D%0A::error::b: c, %250A\n",
  );
});

test("github annotates the ten most of each level, the most severe first, and counts the rest", () => {
  const lines = print([...many(3, "warning"), ...many(12)], "github")
    .trimEnd()
    .split("\n");
  expect(lines.filter((line) => line.startsWith("::error "))).toHaveLength(10);
  expect(lines.slice(10).map((line) => line.slice(0, 10))).toEqual([
    ...Array(3).fill("::warning "),
    "2 more fin",
  ]);
  expect(print(many(11), "github")).toMatch(
    /\n1 more finding is not annotated; --format stylish lists all\.\n$/,
  );
  expect(print(many(12), "github")).toMatch(/\n2 more findings are not annotated; .*\n$/);
  expect(print(many(10), "github")).not.toContain("annotated");
});

test("cases of junit have distinct names", () => {
  const text = print([finding, { ...finding, pointer: "/y" }], "junit");
  expect([...text.matchAll(/<testcase classname="[^"]*" name="([^"]*)"/g)].map(([, name]) => name)).toEqual([
    "some-rule at 3:5",
    "some-rule at 3:5 (2)",
  ]);
});

test("junit has a suite per file, and only errors are failures", () => {
  expect(print(findings, "junit")).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="cstar" tests="3" failures="1" errors="0">
  <testsuite name="openapi/a.yaml" tests="2" failures="1" errors="0">
    <testcase classname="openapi/a.yaml" name="some-rule at 3:5">
      <failure type="error" message="It is wrong. Make it right.">It is wrong. Make it right.&#10;openapi/a.yaml:3:5 /x</failure>
    </testcase>
    <testcase classname="openapi/a.yaml" name="some-rule at 11:5">
      <system-out>warning: Two&#10;lines with 100% &lt;b&gt;&quot;&amp;amp;&quot;&lt;/b&gt;&#10;openapi/a.yaml:11:5 /x</system-out>
    </testcase>
  </testsuite>
  <testsuite name="openapi/b, c.yaml" tests="1" failures="0" errors="0">
    <testcase classname="openapi/b, c.yaml" name="note at 12:1">
      <system-out>info: It is wrong. Make it right.&#10;openapi/b, c.yaml:12:1</system-out>
    </testcase>
  </testsuite>
</testsuites>
`);
});

test("junit without findings is one case that passed", () => {
  expect(print([], "junit")).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="cstar" tests="1" failures="0" errors="0">
  <testsuite name="cstar" tests="1" failures="0" errors="0">
    <testcase classname="cstar" name="no findings"/>
  </testsuite>
</testsuites>
`);
});

const nasty = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({
    unit: fc.constantFrom(
      "<",
      "]]>",
      "&",
      '"',
      "'",
      "\n",
      "\r",
      "\t",
      "%",
      "::",
      "\u0000",
      "\ud800",
      "\ufffe",
      "💥",
    ),
  }),
);
const anyFinding = fc.record({
  rule: nasty,
  severity: fc.constantFrom<Finding["severity"]>("error", "warning", "info"),
  file: nasty,
  line: fc.nat(),
  column: fc.nat(),
  pointer: nasty,
  message: nasty,
});

test("junit is XML that gives back every message, whatever stands in it", () => {
  const parser = new XMLParser({
    ignoreAttributes: false,
    processEntities: true,
    htmlEntities: true,
    trimValues: false,
    parseAttributeValue: false,
  });
  fc.assert(
    fc.property(anyFinding, (one) => {
      const text = print([{ ...one, severity: "error" }], "junit");
      expect(XMLValidator.validate(text)).toBe(true);
      const allowed = one.message.replace(
        /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu,
        "\ufffd",
      );
      const { failure } = parser.parse(text).testsuites.testsuite.testcase;
      expect(failure["@_message"]).toBe(allowed);
      expect(failure["#text"]).toContain(allowed);
    }),
  );
});

test("github prints one line per finding, and its commands give back every message", () => {
  const decode = (text: string) =>
    text
      .replaceAll("%0A", "\n")
      .replaceAll("%0D", "\r")
      .replaceAll("%3A", ":")
      .replaceAll("%2C", ",")
      .replaceAll("%25", "%");
  fc.assert(
    fc.property(anyFinding, (one) => {
      const lines = print([one], "github").split(/\r\n|[\r\n]/);
      expect(lines).toHaveLength(2);
      const [, file, rule, message] =
        /^::\w+ file=([^:,]*),line=\d+,col=\d+,title=([^:,]*)::(.*)$/s.exec(lines[0] ?? "") ?? [];
      expect([file, rule, message].map((part) => decode(part ?? ""))).toEqual([
        one.file,
        one.rule,
        one.message,
      ]);
    }),
  );
});

test("every format prints the same bytes for every order of the findings", () => {
  fc.assert(
    fc.property(fc.array(anyFinding, { maxLength: 6 }), fc.constantFrom(...FORMATS), (all, format) => {
      expect(print([...all].reverse(), format)).toBe(print(all, format));
      expect(print(all, format)).toMatch(/^$|\n$/);
    }),
  );
});

test("printing leaves the list as it was", () => {
  const list = [...findings];
  for (const format of FORMATS) print(list, format);
  expect(list).toEqual(findings);
});
