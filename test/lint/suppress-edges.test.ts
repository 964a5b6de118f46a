import { expect, test } from "vitest";
import { applySuppressions } from "../../src/lint/index.ts";

/** What is left of one finding of rule `r` on a line, as `rule line`. */
function left(text: string, line: number): string[] {
  const source = { file: "a.yaml", text, data: undefined, locate: () => ({ line: 1, column: 1 }) };
  const place = { file: "a.yaml", line, column: 1, pointer: "", message: "Wrong." };
  return applySuppressions([{ ...place, rule: "r", severity: "error" }], [source]).map(
    (one) => `${one.rule} ${one.line}`,
  );
}

test.each([
  ["behind a value on the last line", "a: 1\nb: 2 # lint-allow r: why", 2],
  ["behind a value on the last line, with a line break", "a: 1\nb: 2 # lint-allow r: why\n", 2],
  ["behind the only value", "a: 1 # lint-allow r: why", 1],
  ["on a line of its own above the last line", "a: 1\n# lint-allow r: why\nb: 2", 3],
  ["on the last line of its own, for a finding about the comment's line", "a: 1\n# lint-allow r: why", 2],
])("a comment %s allows its finding", (_, text, line) => {
  expect(left(text, line)).toEqual([]);
});

test.each([
  ["on a last line of its own does not reach back", "a: 1\n# lint-allow r: why", 1, "suppression-unused 2"],
  [
    "on a last line of its own, and a line break, reaches no line",
    "a: 1\n# lint-allow r: why\n",
    1,
    "suppression-unused 2",
  ],
])("a comment %s", (_, text, line, complaint) => {
  expect(left(text, line)).toEqual([`r ${line}`, complaint]);
});

test.each([
  [
    "of the line that it speaks of",
    1,
    "There is no finding of error-a on the line that this comment speaks of. Did you mean `error-b`?",
  ],
  [
    "of no other line",
    2,
    "There is no finding of error-a on the line that this comment speaks of: remove the comment.",
  ],
])("a comment that allows nothing names the rule that was meant, %s", (_, line, message) => {
  const source = {
    file: "a.yaml",
    text: "a: 1 # lint-allow error-a: why\nb: 2\n",
    data: undefined,
    locate: () => ({ line: 1, column: 1 }),
  };
  const finding = {
    rule: "error-b",
    severity: "error",
    file: "a.yaml",
    line,
    column: 1,
    pointer: "",
    message: "Wrong.",
  } as const;
  const [, complaint] = applySuppressions([finding], [source]);
  expect(complaint).toEqual({ ...finding, rule: "suppression-unused", line: 1, column: 6, message });
});
