import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { defaults, readConfiguration } from "../../src/lint/configuration.ts";

/** What is read from files of a folder, and the messages about what could not be applied. */
function read(files: Readonly<Record<string, string>>) {
  const { configuration, findings } = readConfiguration("api/", (file) => {
    const text = files[file.replace(/^api\//, "")];
    if (text === undefined) throw new Error("there is no such file");
    return text;
  });
  return { ...configuration, told: findings.map(({ file, message }) => `${file}: ${message}`) };
}

test("a project without configuration is linted by the defaults", () => {
  expect(read({})).toEqual({ ...defaults, told: [] });
});

test("presets and levels of rules are read from redocly.yaml", () => {
  const text = "extends: [minimal, recommended]\nrules:\n  struct: off\n  rule/own: {severity: warn}\n";
  expect(read({ "redocly.yaml": text })).toMatchObject({
    redocly: {
      extends: ["minimal", "recommended"],
      rules: { struct: "off", "rule/own": { severity: "warn" } },
    },
    told: [],
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
  [".spectral.yaml", "- a", "not a YAML object"],
  ["redocly.yaml", "a: [", "not a YAML object"],
])("what %s says that would run code or ask the network is named and not applied: %s", (file, text, what) => {
  const { told } = read({ [file]: text });
  expect(told).toEqual([expect.stringContaining(what)]);
  expect(told[0]).toMatch(new RegExp(`^api/${file.replace(".", "\\.")}: `));
});

test("this project's own configuration is applied as a whole", () => {
  const { configuration, findings } = readConfiguration("", (file) => readFileSync(file, "utf8"));
  expect(findings).toEqual([]);
  expect(configuration.redocly.extends).toEqual(["recommended-strict"]);
  expect(configuration.spectral.preset).toBe("recommended");
});
