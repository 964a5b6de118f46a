import fc from "fast-check";
import { expect, test } from "vitest";
import { stringify } from "yaml";
import { applySuppressions } from "../../src/lint/index.ts";
import type { Finding } from "../../src/report/index.ts";

const found = (rule: string, line: number, file = "a.yaml"): Finding => ({
  rule,
  severity: "error",
  file,
  line,
  column: 1,
  pointer: "/x",
  message: "Wrong.",
});

/** What is left of findings after the comments of one file, as `rule line:column`. */
function left(text: string, findings: Finding[], file = "a.yaml"): string[] {
  const source = { file, text, data: undefined, locate: () => ({ line: 1, column: 1 }) };
  return applySuppressions(findings, [source]).map(({ rule, line, column }) => `${rule} ${line}:${column}`);
}

const cases: [name: string, text: string, findings: Finding[], want: string[]][] = [
  ["behind a value, its line", "a: 1 # lint-allow some-rule: why", [found("some-rule", 1)], []],
  ["on a line of its own, the next line", "# lint-allow some-rule: why\na: 1", [found("some-rule", 2)], []],
  ["indented on a line of its own, the next line", "a:\n  # lint-allow r: why\n  b: 1", [found("r", 3)], []],
  ["of its rule alone", "a: 1 # lint-allow r: why", [found("r", 1), found("s", 1)], ["s 1:1"]],
  ["of its file alone", "a: 1 # lint-allow r: why", [found("r", 1), found("r", 1, "b.yaml")], ["r 1:1"]],
  ["every finding of its rule on its line", "a: 1 # lint-allow r: why", [found("r", 1), found("r", 1)], []],
  [
    "not the line below a value's comment",
    "a: 1 # lint-allow r: why\nb: 2",
    [found("r", 1), found("r", 2)],
    ["r 2:1"],
  ],
  ["not the line above", "a: 1\n# lint-allow r: why\nb: 2", [found("r", 1), found("r", 3)], ["r 1:1"]],
  [
    "through other comments below it, down to the line that they speak of",
    "# lint-allow r: why\n# lint-allow s: why\n# for people\na: 1",
    [found("r", 4), found("s", 4)],
    [],
  ],
  ["with a reason that has a colon and a hash", "a: 1 # lint-allow r: see: issue #7", [found("r", 1)], []],
  ["in CRLF files", "# lint-allow r: why\r\na: 1\r\n", [found("r", 2)], []],
  ["on an item of a list", "- a\n- b # lint-allow r: why", [found("r", 2)], []],
  ["inside a flow", "a: [\n  1, # lint-allow r: why\n  2]", [found("r", 2)], []],
  ["behind a block header", "a: | # lint-allow r: why\n  text", [found("r", 1)], []],
  ["without a space behind the hash", "a: 1 #lint-allow r: why", [found("r", 1)], []],
];

test.each(cases)("a comment allows findings %s", (_, text, findings, want) => {
  expect(left(text, findings)).toEqual(want);
});

test.each([
  ["has no finding on its line", "a: 1 # lint-allow r: why", "suppression-unused 1:6"],
  ["is the last line", "a: 1\n# lint-allow r: why", "suppression-unused 2:1"],
  ["names no reason", "a: 1 # lint-allow r:", "suppression-reason 1:6"],
  ["names a reason of spaces", "a: 1 # lint-allow r:   ", "suppression-reason 1:6"],
  ["names a rule alone", "a: 1 # lint-allow r", "suppression-reason 1:6"],
  ["names nothing", "a: 1 # lint-allow", "suppression-reason 1:6"],
  ["has no colon", "a: 1 # lint-allow r because", "suppression-reason 1:6"],
  ["names two rules", "a: 1 # lint-allow r s: why", "suppression-reason 1:6"],
  ["names no rule", "a: 1 # lint-allow : why", "suppression-reason 1:6"],
])("a comment that %s is a finding itself", (_, text, want) => {
  expect(left(text, [found("r", 3)])).toEqual(["r 3:1", want]);
});

test("a comment with a misspelt rule is told with the one that is on its line", () => {
  const source = { file: "a.yaml", text: "a: 1 # lint-allow eror-by-ref: why", data: undefined };
  const findings = [found("info-contact", 1), found("error-by-ref", 1), found("error-by-refs", 2)];
  const sources = [{ ...source, locate: () => ({ line: 1, column: 1 }) }];
  expect(applySuppressions(findings, sources).at(-1)?.message).toBe(
    "There is no finding of eror-by-ref on the line that this comment speaks of. Did you mean `error-by-ref`?",
  );
});

test("a comment speaks of the next line that says something, over blank lines and other comments", () => {
  expect(left("# lint-allow r: why\n\n  \n# and more\na: 1", [found("r", 5)])).toEqual([]);
});

test("a comment without a reason allows nothing", () => {
  expect(left("a: 1 # lint-allow r", [found("r", 1)])).toEqual(["r 1:1", "suppression-reason 1:6"]);
});

test("the findings about comments cannot be suppressed", () => {
  const text = [
    "# lint-allow suppression-unused: no",
    "a: 1 # lint-allow r: why",
    "# lint-allow suppression-reason: no",
    "b: 1 # lint-allow r",
  ].join("\n");
  expect(left(text, []).sort()).toEqual([
    "suppression-reason 4:6",
    "suppression-unused 1:1",
    "suppression-unused 2:6",
    "suppression-unused 3:1",
  ]);
});

test.each([
  ["a block scalar", "a: |\n  x\n  # lint-allow r: why\n  y\n"],
  ["a folded scalar", "a: >-\n  # lint-allow r: why\nb: 1"],
  ["double quotes", 'a: "x # lint-allow r: why"'],
  ["single quotes over two lines", "a: 'x\n  # lint-allow r: why'"],
  ["a plain text", "a: x# lint-allow r: why"],
  ["another word", "a: 1 # lint-allowed r: why\nb: 1 # lint-allow-all r: why\nc: 1 # no lint-allow r: why"],
  ["a text behind a control character", "a: \u001f# lint-allow r: why"],
])("a hash in %s is no suppression", (_, text) => {
  expect(left(text, [])).toEqual([]);
});

test("JSON has no comments", () => {
  expect(left('{"a": 1} # lint-allow r: why', [found("r", 1, "a.json")], "a.json")).toEqual(["r 1:1"]);
});

test("what is told about a comment says what to do", () => {
  const source = {
    file: "a.yaml",
    text: "a: 1 # lint-allow r: w\n# lint-allow q",
    data: 0,
    locate: () => ({ line: 1, column: 1 }),
  };
  expect(applySuppressions([], [source])).toEqual([
    {
      rule: "suppression-reason",
      severity: "error",
      file: "a.yaml",
      line: 2,
      column: 1,
      pointer: "",
      message: "This comment allows nothing yet: write `# lint-allow <rule>: <reason>`, with both.",
    },
    {
      rule: "suppression-unused",
      severity: "error",
      file: "a.yaml",
      line: 1,
      column: 6,
      pointer: "",
      message: "There is no finding of r on the line that this comment speaks of: remove the comment.",
    },
  ]);
});

test("no text that YAML writes as a value is ever taken for a comment", () => {
  const piece = fc.constantFrom(
    "# lint-allow r: why",
    "\n",
    " ",
    "#",
    "x",
    ":",
    "'",
    '"',
    "\t",
    "- ",
    "\u001f",
    "|",
  );
  const text = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(""));
  fc.assert(
    fc.property(fc.dictionary(text, text), fc.constantFrom(0, 20, 80), (value, lineWidth) => {
      expect(left(stringify({ value }, { lineWidth }), [])).toEqual([]);
    }),
  );
});

test("any text can be searched for comments", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(..."#:-[]{}|>\"'&* \n\r\tx\ufeff\u0002\u0018\u001f") }),
      (text) => {
        expect(left(text, [])).toEqual([]);
      },
    ),
  );
});
