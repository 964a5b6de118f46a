import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { defaults, readConfiguration } from "../../src/lint/configuration.ts";
import { read } from "./read-configuration.ts";

test("a project without configuration is linted by the defaults", () => {
  expect(read({})).toEqual({ ...defaults, told: [], mistakes: [], named: [] });
  expect(defaults).toEqual({
    redocly: { extends: ["recommended-strict"], rules: {} },
    spectral: { preset: "recommended", rules: {} },
    levels: {},
  });
});

test("presets and levels of rules are read from redocly.yaml", () => {
  const text =
    "extends: [minimal, recommended]\nrules:\n  struct: off\n  rule/own: {severity: warn}\n  error-by-ref: warn\n";
  expect(read({ "redocly.yaml": text })).toMatchObject({
    redocly: {
      extends: ["minimal", "recommended"],
      rules: { struct: "off", "rule/own": { severity: "warn" } },
    },
    levels: { "error-by-ref": "warning" },
    told: [],
    mistakes: [],
    named: ["api/redocly.yaml:3:3 struct"],
  });
});

test.each([
  ["extends: spectral:oas", "recommended", {}],
  ["extends: [[spectral:oas, all]]", "all", {}],
  ["extends: [[spectral:oas, off]]\nrules: {info-contact: error}", "off", { "info-contact": "error" }],
  [
    "extends: spectral:oas\nrules: {a: off, b: warn, c: 2, d: true}",
    "recommended",
    { a: "off", b: "warn", c: "info", d: true },
  ],
  ["rules: {a: error}", "off", { a: "error" }],
])("preset and levels are read from .spectral.yaml: %s", (text, preset, rules) => {
  expect(read({ ".spectral.yaml": text })).toMatchObject({ spectral: { preset, rules }, told: [] });
});

test.each([
  ["redocly.yaml", "extends: [https://rules.example/a.yaml, minimal]", "https://rules.example/a.yaml"],
  ["redocly.yaml", "plugins: [./plugin.js]", "`plugins` are code"],
  [".spectral.yaml", "extends: ['https://rules.example/a.yaml']", "https://rules.example/a.yaml"],
  [".spectral.yaml", "extends: ./mine.js", "./mine.js"],
  [".spectral.yaml", "rules: {own: {given: $, then: {function: truthy}}}", "`own`"],
  ["redocly.yaml", "oas3_1Rules: {struct: off}", "`oas3_1Rules`"],
])("what %s says that would run code or ask the network is named and not applied: %s", (file, text, what) => {
  const { told, mistakes } = read({ [file]: text });
  expect(mistakes).toEqual([]);
  expect(told).toEqual([expect.stringContaining(what)]);
  expect(told[0]).toMatch(new RegExp(`^api/${file.replace(".", "\\.")}:1 `));
});

test.each([
  ["redocly.yaml", "- a", "1:1 It is not a YAML object"],
  [".spectral.yaml", "text", "1:1 It is not a YAML object"],
  ["cstar-contract.yaml", "rules: {\n  a: [", "2:7 It cannot be read as YAML"],
  ["redocly.yaml", "extends: recomended", "1:1 There is no preset `recomended`", "`recommended`?"],
  ["redocly.yaml", "rules:\n  struct: warning", '2:3 The level of `struct` is "warning"', "error, warn, off"],
  ["redocly.yaml", "rules:\n  struct: {severity: 2}", "2:3 The level of `struct` is 2", "error, warn, off"],
  ["redocly.yaml", "rules: [struct]", "1:1 `rules` is", "write an object"],
  [".spectral.yaml", "extends: 'spectral:aos'", "1:1 There is no ruleset `spectral:aos`", "`spectral:oas`?"],
  [".spectral.yaml", "extends: [[spectral:oas, some]]", '1:1 `spectral:oas` has no rules called "some"'],
  [
    ".spectral.yaml",
    "rules: {info-contact: warning}",
    '1:9 The level of `info-contact` is "warning"',
    "hint, off",
  ],
  [".spectral.yaml", "rules: {info-contact: 4}", "1:9 The level of `info-contact` is 4"],
  [
    "cstar-contract.yaml",
    "rules:\n  struct: warn",
    '2:3 The level of `struct` is "warn"',
    "off, warning, error",
  ],
  ["cstar-contract.yaml", "rule: {}", "1:1 `rule` is no setting. Did you mean `rules`?"],
  ["cstar-contract.yaml", "rules: {}\nrulez: {}", "2:1 `rulez` is no setting."],
])("a mistake in %s is told at its place: %s", (file, text, ...words) => {
  const { mistakes } = read({ [file]: text });
  for (const word of words) expect(mistakes).toEqual([expect.stringContaining(word)]);
  expect(mistakes[0]).toContain(`api/${file}:`);
});

test("a configuration that is there and cannot be read is a mistake, and an empty one is none", () => {
  const refuse = () => {
    throw new Error("it is no regular file");
  };
  const { mistakes } = readConfiguration("", "openapi.yaml", refuse);
  expect(mistakes[0]).toBe("redocly.yaml cannot be read: it is no regular file. Repair it, or remove it.");
  expect(read({ "redocly.yaml": "# nothing yet\n" })).toMatchObject({
    redocly: defaults.redocly,
    mistakes: [],
  });
});

test("the API whose root is the document has rules of its own in redocly.yaml", () => {
  const apis =
    "apis:\n  one: {root: ./v1/main.yaml, extends: minimal, rules: {struct: off}}\n  two: {root: v2.yaml, rules: {struct: warn}}\n";
  expect(
    read({ "redocly.yaml": `rules: {struct: error, no-http-verbs-in-paths: warn}\n${apis}` }),
  ).toMatchObject({
    redocly: { extends: ["minimal"], rules: { struct: "off", "no-http-verbs-in-paths": "warn" } },
  });
});

test("rules of plugins, an API without a root and a preset of somebody else are passed over", () => {
  const text =
    "extends: [./theirs.yaml, minimal]\nrules: {mine/own: wrong, error-by-ref: {severity: off}}\napis: {one: {}, two: 7}\n";
  expect(read({ "redocly.yaml": text })).toMatchObject({
    redocly: { extends: ["minimal"], rules: {} },
    levels: { "error-by-ref": "off" },
    mistakes: [],
    named: [],
  });
});

test("one of our rules with options and no level keeps its level", () => {
  expect(read({ "redocly.yaml": "rules: {error-by-ref: {}}" })).toMatchObject({ levels: {}, mistakes: [] });
  expect(Object.keys(read({ "redocly.yaml": "rules: {error-by-ref: {}}" }).levels)).toEqual([]);
});

test("a rule without any level is a mistake, and a rule that is defined is set to none", () => {
  expect(read({ ".spectral.yaml": "rules: {info-contact: }" }).mistakes).toEqual([
    "api/.spectral.yaml:1:9 The level of `info-contact` is null: write one of error, warn, info, hint, off.",
  ]);
  expect(Object.keys(read({ ".spectral.yaml": "rules: {own: {given: $}}" }).spectral.rules)).toEqual([]);
});

test("what a ruleset that is not applied may have is not called unknown", () => {
  expect(read({ ".spectral.yaml": "extends: ./mine.yaml\nrules: {mine: off}\n" }).named).toEqual([]);
});

test("this project's own configuration is applied as a whole", () => {
  const { configuration, findings, mistakes } = readConfiguration("", "openapi/openapi.yaml", (file) =>
    readFileSync(file, "utf8"),
  );
  expect([findings, mistakes]).toEqual([[], []]);
  expect(configuration.redocly.extends).toEqual(["recommended-strict"]);
  expect(configuration.spectral.preset).toBe("recommended");
});
