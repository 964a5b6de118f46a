import { expect, test } from "vitest";
import { openTree } from "../../src/document/index.ts";
import { withoutConsequences } from "../../src/lint/consequences.ts";
import { withoutRepeats } from "../../src/lint/repeats.ts";
import type { Finding } from "../../src/report/index.ts";

const place = { severity: "error", file: "openapi.yaml", line: 3, column: 5, pointer: "/a" } as const;
const pair = (a: number, b: number): Finding => ({
  ...{ rule: "no-illogical-composition-keywords", ...place },
  message: `Members must differ. Found U${a} and U${b}.`,
});

const told = (...findings: Finding[]): string[] => withoutRepeats(findings).map(({ message }) => message);

test.each<[string, Finding[], string[]]>([
  [
    "pairs of the members of one union, once and with their number",
    [pair(0, 1), pair(0, 2), pair(1, 2)],
    ["Members must differ. Found U0 and U1. The same is said 2 more times here."],
  ],
  [
    "two of a kind",
    [pair(0, 1), pair(0, 2)],
    ["Members must differ. Found U0 and U1. The same is said 1 more time here."],
  ],
  [
    "unions in two places, each",
    [pair(0, 1), { ...pair(0, 1), pointer: "/b" }, { ...pair(0, 1), file: "other.yaml" }],
    [
      "Members must differ. Found U0 and U1.",
      "Members must differ. Found U0 and U1.",
      "Members must differ. Found U0 and U1.",
    ],
  ],
  [
    "different faults of one rule in one place, each",
    [
      { rule: "struct", ...place, message: "The field `title` must be present." },
      { rule: "struct", ...place, message: "The field `version` must be present." },
    ],
    ["The field `title` must be present.", "The field `version` must be present."],
  ],
  [
    "what two rules say in the same words, each",
    [pair(0, 1), { ...pair(0, 1), rule: "another" }],
    ["Members must differ. Found U0 and U1.", "Members must differ. Found U0 and U1."],
  ],
])("tells %s", (_, findings, want) => {
  expect(told(...findings)).toEqual(want);
});

/** How often the places of findings are looked at while what follows from others is taken out. */
function work(count: number): number {
  const { tree } = openTree(
    "openapi.yaml",
    () => "openapi: 3.1.0\ncomponents: {schemas: {a: [1, 2, 3, 4, 5]}}\n",
  );
  let reads = 0;
  const rules = ["struct", "no-enum-type-mismatch", "error-envelope", "no-invalid-schema-examples"];
  const findings = Array.from({ length: count }, (_, index): Finding => {
    const rule = rules[index % rules.length] ?? "";
    return {
      ...{ ...place, rule, message: `Property \`${index}\` is not expected here.` },
      get pointer() {
        reads += 1;
        return `/components/schemas/a/${index % 5}`;
      },
    };
  });
  withoutConsequences(findings, tree);
  return reads;
}

test("the work of telling mistakes from what follows from them grows in proportion to the findings", () => {
  expect(work(2000) / work(1000)).toBeLessThan(2.1);
});
