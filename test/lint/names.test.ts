import { expect, test } from "vitest";
import { applyLevels } from "../../src/lint/levels.ts";
import { describeRule, lintRules } from "../../src/lint/rule-info.ts";
import { isOwnRule, OWN_RULES, type RuleOwner, unknownRules } from "../../src/lint/rule-names.ts";
import { isSpectralRule, toldByRedocly } from "../../src/lint/same-fault.ts";
import type { Finding } from "../../src/report/index.ts";

const names = {
  ours: ["error-by-ref"],
  redocly: ["struct", "info-contact"],
  spectral: ["info-contact", "oas3-schema"],
};
const named = (rule: string, ...owners: RuleOwner[]) => ({ rule, place: "here:", owners });

test.each([
  [named("struct", "redocly", "ours"), []],
  [named("error-by-ref", "redocly", "ours"), []],
  [named("info-contact", "spectral"), []],
  [
    named("oas3-schema", "redocly", "ours"),
    [
      "here: There is no rule `oas3-schema` here. It is a rule of another linter: set its level in cstar-contract.yaml.",
    ],
  ],
  [named("strukt", "redocly"), ["here: There is no rule `strukt`. Did you mean `struct`?"]],
  [
    named("zzzzzzzzzz", "ours", "redocly", "spectral"),
    ["here: There is no rule `zzzzzzzzzz`. Correct it, or take it out."],
  ],
])("of %j is said %j", (rule, want) => {
  expect(unknownRules([rule], names)).toEqual(want);
});

test("rules of our own are told apart without the linters, where they may be named", () => {
  expect(isOwnRule(named("error-by-ref", "redocly", "ours"))).toBe(true);
  expect(isOwnRule(named("error-by-ref", "redocly"))).toBe(false);
  expect(isOwnRule(named("struct", "ours"))).toBe(false);
  expect(
    ["error-one-file", "source-kind", "error-by-ref"].filter((rule) => !OWN_RULES.includes(rule)),
  ).toEqual([]);
});

test.each([...lintRules, "struct"])("%s has a description of one sentence", (rule) => {
  expect(describeRule(rule).description).toMatch(/^[A-Z][^.]*(?:\.\d[^.]*)*\.$/);
});

test("a rule of a linter is described by the words of its name, and by its page", () => {
  expect(describeRule("no-empty-servers")).toEqual({
    ...{ description: "No empty servers.", owner: "Redocly" },
    url: "https://redocly.com/docs/cli/rules/oas/no-empty-servers",
  });
  expect(describeRule("no-$ref-siblings")).toEqual({
    ...{ description: "No $ref siblings.", owner: "Spectral" },
    url: "https://meta.stoplight.io/docs/spectral/docs/reference/openapi-rules.md#no-$ref-siblings",
  });
  expect(describeRule("constructor").owner).toBe("Redocly");
});

test.each([
  ["oas3-schema", true],
  ["oas2-api-host", true],
  ["oas3_1-servers-in-webhook", true],
  ["info-contact", true],
  ["array-items", true],
  ["info-license", false],
  ["operation-operationId", false],
  ["struct", false],
  ["toString", false],
])("whether findings of %s are Spectral's: %s", (rule, want) => {
  expect(isSpectralRule(rule)).toBe(want);
});

test("Spectral does not run what Redocly decides", () => {
  expect(toldByRedocly((rule) => rule === "no-unsafe-markdown" || rule === "info-license").sort()).toEqual([
    "info-license",
    "no-eval-in-markdown",
    "no-script-tags-in-markdown",
  ]);
  expect(toldByRedocly(() => false)).toEqual([]);
});

test("levels change the severity of what is found, and take out what is off", () => {
  const finding = (rule: string): Finding => ({
    rule,
    severity: "error",
    file: "a",
    line: 1,
    column: 1,
    pointer: "",
    message: rule,
  });
  const found = ["a", "b", "c", "toString"].map(finding);
  expect(
    applyLevels(found, { a: "off", b: "warning", c: "error" }).map(({ rule, severity }) => [rule, severity]),
  ).toEqual([
    ["b", "warning"],
    ["c", "error"],
    ["toString", "error"],
  ]);
});
