import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { lintSource } from "../../scripts/source.ts";
import { copyForTest, within } from "../pipeline/copy.ts";

const require = createRequire(import.meta.url);
const env = {
  ...process.env,
  REDOCLY_TELEMETRY: "off",
  REDOCLY_SUPPRESS_UPDATE_NOTICE: "true",
  SCARF_ANALYTICS: "false",
};

/** Runs a linter's own command in a folder, as a person would there, without a flag but for the format. */
function run(cwd: string, script: string, ...args: string[]) {
  return spawnSync(process.execPath, [require.resolve(script), ...args], { cwd, env, encoding: "utf8" });
}

const redocly = (cwd: string) => {
  const { stdout, status } = run(cwd, "@redocly/cli/bin/cli.js", "lint", "--format", "json");
  const problems: { ruleId: string }[] = JSON.parse(stdout).problems;
  return { status, rules: problems.map(({ ruleId }) => ruleId) };
};

const spectral = (cwd: string) => {
  const args = ["lint", "openapi/openapi.yaml", "--format", "json", "--quiet"];
  const { stdout, status } = run(cwd, "@stoplight/spectral-cli/dist/index.js", ...args);
  return { status, rules: (JSON.parse(stdout) as { code: string }[]).map(({ code }) => code) };
};

test("the linters' own commands work in a clone and have nothing to say, as `npm run lint`", () => {
  expect(redocly(process.cwd())).toEqual({ status: 0, rules: [] });
  expect(spectral(process.cwd())).toEqual({ status: 0, rules: [] });
});

test("what the linters' own commands find, `npm run lint` finds", async () => {
  const copy = copyForTest("openapi", "redocly.yaml", ".spectral.yaml");
  copy.edit("openapi/openapi.yaml", "  contact:\n    name: cStar support\n    url: https://cstar.help\n", "");
  copy.edit("openapi/openapi.yaml", "      operationId: getTicket\n", "      operationId: listTickets\n");
  const ours = new Set((await within(copy, lintSource)).findings.map(({ rule }) => rule));
  const theirs = new Set([...redocly(copy.folder).rules, ...spectral(copy.folder).rules]);
  expect(theirs).toContain("operation-operationId-unique");
  expect(theirs).toContain("info-contact");
  expect([...theirs].filter((rule) => !ours.has(rule))).toEqual([]);
});
