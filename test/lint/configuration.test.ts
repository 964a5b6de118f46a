import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { defaults, readConfiguration, withLevels } from "../../src/lint/configuration.ts";

/** What is read from files of a folder, what is told of what was not applied, and what is wrong. */
function read(files: Readonly<Record<string, string>>) {
  const { configuration, findings, mistakes, named } = readConfiguration(
    "api/",
    "api/v1/main.yaml",
    (file) => {
      const text = files[file.replace(/^api\//, "")];
      if (text === undefined) throw Object.assign(new Error("no such file"), { code: "ENOENT" });
      return text;
    },
  );
  const told = findings.map(({ file, line, message }) => `${file}:${line} ${message}`);
  return { ...configuration, told, mistakes, named: named.map(({ rule, place }) => `${place} ${rule}`) };
}

test("a project without configuration is linted by the defaults", () => {
  expect(read({})).toEqual({ ...defaults, told: [], mistakes: [], named: [] });
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

test("rules of redocly.yaml are Redocly's own or ours, and those that it defines are nobody's", () => {
  const { named } = readConfiguration("", "main.yaml", (file) => {
    if (file !== "redocly.yaml") throw Object.assign(new Error(), { code: "ENOENT" });
    return "rules: {struct: off, rule/mine: warn, error-by-ref: error}";
  });
  expect(named).toEqual([{ rule: "struct", place: "redocly.yaml:1:9", owners: ["redocly", "ours"] }]);
});

test("this project's own configuration is applied as a whole", () => {
  const { configuration, findings, mistakes } = readConfiguration("", "openapi/openapi.yaml", (file) =>
    readFileSync(file, "utf8"),
  );
  expect([findings, mistakes]).toEqual([[], []]);
  expect(configuration.redocly.extends).toEqual(["recommended-strict"]);
  expect(configuration.spectral.preset).toBe("recommended");
});
