import { mkdirSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { expect, test, vi } from "vitest";
import { readArguments } from "../../src/cli/arguments.ts";
import { lint } from "../../src/cli/commands/lint.ts";
import { runCommand } from "../../src/cli/index.ts";
import { recorder } from "../cli/recorder.ts";
import { clean, folderWith } from "./document.ts";
import { runLint } from "./run-lint.ts";

vi.setConfig({ testTimeout: 120_000 }); // real linters take their time on a busy machine

/** A document with one warning of Spectral, one error of Redocly and one of the error rules. */
const faulty = {
  ...clean,
  "openapi.yaml": clean["openapi.yaml"]
    .replace("  contact: {name: Shop, url: https://shop.example.org}\n", "")
    .replace("operationId: deleteOrders", "operationId: listOrders")
    .replace("'401': {$ref: responses/Refused.yaml}", "'429': {description: Slow down.}"),
};
const ALL = ["error-401-iff-secured", "error-retry-after", "info-contact", "operation-operationId-unique"];

function project(more: Readonly<Record<string, string>> = {}): { folder: string; spec: string } {
  const folder = folderWith({ ...faulty, "package.json": "{}", ...more });
  return { folder, spec: join(folder, "openapi.yaml") };
}

test("the document has these findings", async () => {
  const { status, rules } = await runLint([project().spec]);
  expect([status, [...rules].sort()]).toEqual([1, ALL]);
});

test("--rule sets levels of rules of every linter, and switches on what their presets leave out", async () => {
  const { spec } = project();
  const settings = ALL.map((rule) => `${rule}=off`).flatMap((setting) => ["--rule", setting]);
  const none = await runLint([spec, ...settings]);
  expect([none.status, none.rules]).toEqual([0, []]);
  const lower = await runLint([
    spec,
    ...settings,
    "--rule",
    "info-contact=error",
    "--rule",
    "error-retry-after=warning",
  ]);
  expect(lower.findings.map(({ rule, severity }) => [rule, severity]).sort()).toEqual([
    ["error-retry-after", "warning"],
    ["info-contact", "error"],
  ]);
  const more = await runLint([spec, ...settings, "--rule", "operation-4xx-problem-details-rfc7807=warning"]);
  expect(new Set(more.rules)).toEqual(new Set(["operation-4xx-problem-details-rfc7807"]));
});

test("levels are read from cstar-contract.yaml, redocly.yaml and .spectral.yaml of the project", async () => {
  const { spec } = project({
    "cstar-contract.yaml": "rules: {error-retry-after: off}\n",
    "redocly.yaml": "extends: [recommended-strict]\nrules: {operation-operationId-unique: off}\n",
    ".spectral.yaml": "extends: spectral:oas\nrules: {info-contact: off, error-401-iff-secured: warn}\n",
  });
  const { status, findings } = await runLint([spec]);
  expect(findings.map(({ rule, severity }) => [rule, severity])).toEqual([
    ["error-401-iff-secured", "warning"],
  ]);
  expect(status).toBe(0);
});

test.each([
  [
    "redocly.yaml",
    "rules:\n  operation-operationid-unique: off\n",
    "redocly.yaml:2:3",
    "operation-operationId-unique",
  ],
  ["redocly.yaml", "rules:\n  error-retry-aftr: off\n", "redocly.yaml:2:3", "error-retry-after"],
  [
    ".spectral.yaml",
    "extends: spectral:oas\nrules:\n  info-contcat: off\n",
    ".spectral.yaml:3:3",
    "info-contact",
  ],
  [
    "cstar-contract.yaml",
    "rules:\n  error-retry-aftr: off\n",
    "cstar-contract.yaml:2:3",
    "error-retry-after",
  ],
])(
  "a rule that %s names and nobody has stops the lint, with the one that was meant",
  async (file, text, place, meant) => {
    const { spec } = project({ [file]: text });
    const terminal = recorder();
    const status = await runCommand("lint", { command: lint, argv: [spec], terminal });
    expect([status, terminal.said.out]).toEqual([2, ""]);
    expect(terminal.said.err).toMatch(/error:.* There is no rule `.*`\. Did you mean `.*`\?\n$/);
    expect(terminal.said.err).toContain(`${place} `);
    expect(terminal.said.err).toContain(`\`${meant}\`?`);
  },
);

test("a rule of another linter in redocly.yaml is told with where to set it", async () => {
  const { spec } = project({ "redocly.yaml": "rules:\n  oas3-server-variables: off\n" });
  await expect(runLint([spec])).rejects.toThrow(
    /There is no rule `oas3-server-variables` here. It is a rule of another linter: set its level in cstar-contract.yaml/,
  );
});

test("--rule with the name of no rule is refused, with the rule that was meant", async () => {
  const { spec } = project();
  await expect(runLint([spec, "--rule", "error-retri-after=off", "--rule", "zzzzzzzz=off"])).rejects.toThrow(
    "--rule: There is no rule `error-retri-after`. Did you mean `error-retry-after`?\n--rule: There is no rule `zzzzzzzz`. Correct it, or take it out.",
  );
});

test("a baseline that one clone has written holds in every other, however the documents are named", async () => {
  const one = project({ ".git/HEAD": "", "api/v1/openapi.yaml": faulty["openapi.yaml"] }).folder;
  const other = project({ ".git/HEAD": "", "api/v1/openapi.yaml": faulty["openapi.yaml"] }).folder;
  const specs = (folder: string) => [join(folder, "openapi.yaml"), join(folder, "api/v1/openapi.yaml")];
  const before = await runLint(specs(one));
  const files = ["api/v1/openapi.yaml", "openapi.yaml"];
  expect([...new Set(before.findings.map(({ file }) => file))]).toEqual(files);
  writeFileSync(join(other, "known.json"), before.out);
  const forms = [specs(other), specs(other).map((spec) => relative(process.cwd(), spec))];
  for (const form of forms) {
    const after = await runLint([...form, "--baseline", join(other, "known.json")]);
    expect([after.status, after.rules, after.err]).toEqual([0, [], expect.not.stringContaining("Gone")]);
  }
});

test("--root says what files are named from", async () => {
  const { folder } = project({ "api/openapi.yaml": faulty["openapi.yaml"] });
  const { findings } = await runLint([join(folder, "api/openapi.yaml"), "--root", join(folder, "api")]);
  expect(new Set(findings.map(({ file }) => file))).toEqual(new Set(["openapi.yaml"]));
});

test("several documents and patterns are linted in one go", async () => {
  const { folder } = project();
  for (const name of ["one", "two"]) {
    mkdirSync(join(folder, "apis", name), { recursive: true });
    writeFileSync(join(folder, "apis", name, "openapi.yaml"), "openapi: 3.1.0\n");
  }
  const { findings } = await runLint([join(folder, "apis/**/openapi.yaml"), join(folder, "openapi.yaml")]);
  expect(new Set(findings.map(({ file }) => file))).toEqual(
    new Set(["apis/one/openapi.yaml", "apis/two/openapi.yaml", "openapi.yaml"]),
  );
});

test("a document that cannot be read is told, and the others are linted", async () => {
  const { folder } = project();
  writeFileSync(join(folder, "bare.yaml"), "openapi: 4.0.0\n");
  const none = join(folder, "none.yaml");
  const { status, rules, err } = await runLint([none, join(folder, "bare.yaml"), folder]);
  expect([status, rules]).toEqual([2, ["source-kind"]]);
  expect(err).toBe(
    `<red>error:</red> ${none} cannot be read: there is no such file.\n<red>error:</red> ${folder} cannot be read: it is a folder.\n`,
  );
  await expect(runLint([none])).rejects.toThrow(`${none} cannot be read: there is no such file.`);
});

test.each([
  [["--rule", "error-retry-after"], /--rule is "error-retry-after"; it must be <id>=<level>/],
  [["--rule", "error-retry-after=warn"], /with a level out of off, warning, error/],
  [["--baseline", "none.json"], /none.json cannot be read/],
])("%j is refused with what is allowed", async (args, message) => {
  const run = lint.run(readArguments(lint, [project().spec, ...args]), recorder());
  await expect(run).rejects.toThrow(message);
});

test("a pattern that matches nothing is refused", async () => {
  await expect(runLint([join(project().folder, "*.json5")])).rejects.toThrow(/No file matches/);
});

test("a report for other machines has no absolute path", async () => {
  const terminal = recorder();
  await lint.run(readArguments(lint, [project().spec, "--format", "sarif"]), terminal);
  const [run] = JSON.parse(terminal.said.out).runs;
  for (const { locations } of run.results) {
    expect(locations[0].physicalLocation.artifactLocation.uri).not.toMatch(/^([/\\]|[a-z]:)/i);
  }
  for (const { helpUri } of run.tool.driver.rules) expect(helpUri).toMatch(/^https:\/\//);
});
