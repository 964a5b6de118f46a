import { expect, test } from "vitest";
import { defaults, readConfiguration, withLevels } from "../../src/lint/configuration.ts";
import { read } from "./read-configuration.ts";

test("a setting that is not applied is told as information, at its own place", () => {
  const { findings } = readConfiguration("", "main.yaml", (file) => {
    if (file === "redocly.yaml") return "extends: [minimal]\nplugins:\n  - ./a.js\n";
    throw Object.assign(new Error("no such folder"), { code: "ENOTDIR" });
  });
  expect(findings).toEqual([
    {
      ...{
        rule: "config-not-applied",
        severity: "info",
        file: "redocly.yaml",
        line: 2,
        column: 1,
        pointer: "/plugins",
      },
      message: "`plugins` are code, which is not run here: their rules are not applied.",
    },
  ]);
});

test.each<[what: string, thrown: unknown, mistakes: number]>([
  [
    "whose cause says so is absent",
    new Error("it is gone", { cause: Object.assign(new Error(), { code: "ENOENT" }) }),
    0,
  ],
  ["that may not be read is a mistake", Object.assign(new Error("no access"), { code: "EACCES" }), 5],
  ["of which no error is thrown is a mistake", { code: "ENOENT" }, 5],
])("a file %s", (_, thrown, count) => {
  const { mistakes } = readConfiguration("", "main.yaml", () => {
    throw thrown;
  });
  expect(mistakes).toHaveLength(count);
  for (const mistake of mistakes)
    expect(mistake).toMatch(/ cannot be read: (?:no access|\[object Object\])\. Repair it, or remove it\.$/);
});

test("the first of the files that Spectral may have is read", () => {
  const rules = (files: Readonly<Record<string, string>>) => read(files).spectral.rules;
  const texts = {
    ".spectral.yaml": "rules: {a: off}",
    ".spectral.yml": "rules: {b: off}",
    ".spectral.json": '{"rules": {"c": "off"}}',
  };
  expect(rules(texts)).toEqual({ a: "off" });
  expect(rules({ ...texts, ".spectral.yaml": "" })).toEqual({ b: "off" });
  expect(rules({ ".spectral.json": texts[".spectral.json"] })).toEqual({ c: "off" });
});

test.each<[value: string, ours: unknown, theirs: unknown]>([
  ["error", "error", "error"],
  ["warn", "warning", "warn"],
  ["info", undefined, "info"],
  ["hint", undefined, "hint"],
  ["off", "off", "off"],
  ["-1", "off", "off"],
  ["0", "error", "error"],
  ["1", "warning", "warn"],
  ["3", undefined, "hint"],
  ["false", "off", false],
  ["true", undefined, true],
])("the level %s in .spectral.yaml is for our rules %s, and for its own %s", (value, ours, theirs) => {
  const { levels, spectral, mistakes } = read({
    ".spectral.yaml": `rules: {error-by-ref: ${value}, info-contact: ${value}}`,
  });
  expect([levels["error-by-ref"], spectral.rules["info-contact"], mistakes]).toEqual([ours, theirs, []]);
  expect(Object.keys(levels)).toEqual(ours === undefined ? [] : ["error-by-ref"]);
});

test("our own rules in Spectral, and rulesets for other documents, are passed over", () => {
  const extended =
    "extends: ['@cstar.help/api-contract/spectral', spectral:oas, spectral:asyncapi, spectral:arazzo]\n";
  const { spectral, told, mistakes, named } = read({ ".spectral.yaml": `${extended}rules: {own: off}` });
  expect([spectral.preset, mistakes, named]).toEqual(["recommended", [], []]);
  expect(told.map((row) => row.split(" ").slice(1, 3).join(" "))).toEqual([
    "`extends: spectral:asyncapi`",
    "`extends: spectral:arazzo`",
  ]);
  const ours = read({
    ".spectral.yaml": "extends: '@cstar.help/api-contract/spectral'\nrules: {info-contact: off}",
  });
  expect([ours.spectral.preset, ours.told, ours.named]).toEqual([
    "off",
    [],
    ["api/.spectral.yaml:2:9 info-contact"],
  ]);
});

test.each<[value: string, level: unknown, mistakes: string[]]>([
  ["off", "off", []],
  ["false", "off", []],
  ["warning", "warning", []],
  ["error", "error", []],
  [
    "true",
    undefined,
    ["api/cstar-contract.yaml:1:9 The level of `struct` is true: write one of off, warning, error."],
  ],
])("the level %s in cstar-contract.yaml is %s", (value, level, mistakes) => {
  const made = read({ "cstar-contract.yaml": `rules: {struct: ${value}}` });
  expect([made.levels.struct, made.mistakes, made.named]).toEqual([
    level,
    mistakes,
    ["api/cstar-contract.yaml:1:9 struct"],
  ]);
});

test("a setting that is like none is told with the one that there is", () => {
  expect(read({ "cstar-contract.yaml": "zzz: 1\nrules:\n" }).mistakes).toEqual([
    "api/cstar-contract.yaml:1:1 `zzz` is no setting. Only `rules` is.",
  ]);
});

test("of levels in several files, those of cstar-contract.yaml hold, then those of .spectral.yaml", () => {
  const files = {
    "redocly.yaml": "rules: {error-by-ref: error, error-envelope: warn, error-code-format: off}",
    ".spectral.yaml": "rules: {error-by-ref: warn, error-envelope: error}",
  };
  expect(read(files).levels).toEqual({
    "error-by-ref": "warning",
    "error-envelope": "error",
    "error-code-format": "off",
  });
  expect(read({ ...files, "cstar-contract.yaml": "rules: {error-by-ref: off}" }).levels["error-by-ref"]).toBe(
    "off",
  );
});

test("levels of a caller hold over all, and switch on what presets leave out", () => {
  const { configuration } = readConfiguration("", "main.yaml", (file) => {
    if (file === "cstar-contract.yaml") return "rules: {a: error, b: off}";
    throw Object.assign(new Error(), { code: "ENOENT" });
  });
  expect(withLevels(configuration, { a: "warning", c: "off" })).toEqual({
    levels: { a: "warning", b: "off", c: "off" },
    redocly: { ...defaults.redocly, rules: { a: "warn", b: "off", c: "off" } },
    spectral: { ...defaults.spectral, rules: { a: "warn", b: "off", c: "off" } },
  });
});

test.each([
  [
    "extends: ./recomended.yaml",
    [],
    ["`extends: ./recomended.yaml` is not applied: only Redocly's own presets are."],
  ],
  ["extends: zzzzzzzz", [], ["`extends: zzzzzzzz` is not applied: only Redocly's own presets are."]],
  ["extends: [spec, all, recommended-strict]", ["spec", "all", "recommended-strict"], []],
  [
    "oas2Rules: {a: off}\noas3_1RulesX: {a: off}\nxoas2Rules: {}",
    [],
    ["`oas2Rules` is not applied: write its rules under `rules`."],
  ],
])("of redocly.yaml, %s", (text, presets, messages) => {
  const { redocly, told, mistakes } = read({ "redocly.yaml": text });
  expect([redocly.extends, told.map((row) => row.replace(/^\S+ /, "")), mistakes]).toEqual([
    presets,
    messages,
    [],
  ]);
});

test("an API's own presets and plugins, and the mistakes in its rules, are at their places", () => {
  const api =
    "apis:\n  one:\n    root: v1/main.yaml\n    extends: [minimal]\n    plugins: [a.js]\n    rules:\n      struct: maybe\n";
  const { redocly, told, mistakes, named } = read({ "redocly.yaml": api });
  expect(redocly.extends).toEqual(["minimal"]);
  expect(told).toEqual([expect.stringMatching(/^api\/redocly\.yaml:5 `plugins`/)]);
  expect(mistakes).toEqual([
    'api/redocly.yaml:7:7 The level of `struct` is "maybe": write one of error, warn, off.',
  ]);
  expect(named).toEqual(["api/redocly.yaml:7:7 struct"]);
});

test.each([
  ["redocly.yaml", "rules: {}\nextends: recomended", "2:1 There is no preset `recomended`"],
  [
    "redocly.yaml",
    "apis:\n  one:\n    root: v1/main.yaml\n    extends: recomended",
    "4:5 There is no preset `recomended`",
  ],
  ["redocly.yaml", "apis: {one: null}\nrules: 7", "2:1 `rules` is 7: write an object."],
  [".spectral.yaml", "rules: {}\nextends: 'spectral:aos'", "2:1 There is no ruleset `spectral:aos`."],
  [".spectral.yaml", "rules: {}\nextends: [[spectral:oas, some]]", "2:1 `spectral:oas` has no rules called"],
])("a mistake in the later lines of %s is told there: %j", (file, text, want) => {
  expect(read({ [file]: text }).mistakes).toEqual([expect.stringContaining(`api/${file}:${want}`)]);
});

test.each([
  ["redocly.yaml", "rules: {}\noas3_0Rules: {}", "2 `oas3_0Rules` is not applied"],
  ["redocly.yaml", "rules: {}\nextends: ./a.yaml", "2 `extends: ./a.yaml` is not applied"],
  [".spectral.yaml", "rules: {}\nextends: ./a.yaml", "2 `extends: ./a.yaml` is not applied"],
  [".spectral.yaml", "extends: []\nrules:\n  own: {given: $}", "3 The rule `own` is not applied"],
])("what is not applied in the later lines of %s is told there: %j", (file, text, want) => {
  expect(read({ [file]: text }).told).toEqual([expect.stringContaining(`api/${file}:${want}`)]);
});

test("cstar-contract.yaml may name rules of all, and .spectral.yaml Spectral's and ours", () => {
  const { named } = readConfiguration("", "main.yaml", (file) => {
    if (file === "cstar-contract.yaml") return "rules: {a: off}";
    if (file === ".spectral.yaml") return "rules: {b: off}";
    throw Object.assign(new Error(), { code: "ENOENT" });
  });
  expect(named.map(({ rule, owners }) => [rule, ...owners])).toEqual([
    ["b", "spectral", "ours"],
    ["a", "ours", "redocly", "spectral"],
  ]);
});

test("rules of redocly.yaml are Redocly's own or ours, and those that it defines are nobody's", () => {
  const { named } = readConfiguration("", "main.yaml", (file) => {
    if (file !== "redocly.yaml") throw Object.assign(new Error(), { code: "ENOENT" });
    return "rules: {struct: off, rule/mine: warn, error-by-ref: error}";
  });
  expect(named).toEqual([{ rule: "struct", place: "redocly.yaml:1:9", owners: ["redocly", "ours"] }]);
});
