import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { listFiles } from "../../scripts/disk.ts";
import { describeRule } from "../../src/lint/index.ts";
import { lintRules } from "../../src/lint/rule-info.ts";

/** The ids under which the readers of files and facts, the lint and the generators of the project report. */
const REPORTED =
  /\b(?:rule: |rule = |RULE = |SELF_CONTAINING = |problem\(|referenceFinding\()\s*"([a-z][a-z0-9-]+)"/g;

test("every rule that something reports under is described, and no other", () => {
  const files = ["src/contract", "src/document", "src/lint", "scripts"].flatMap((folder) =>
    listFiles(folder).map((file) => `${folder}/${file}`),
  );
  const reported = files
    .filter((file) => file.endsWith(".ts"))
    .flatMap((file) => [...readFileSync(file, "utf8").matchAll(REPORTED)].map(([, rule = ""]) => rule));
  const suppressions = ["suppression-reason", "suppression-unused"]; // reported under a variable
  expect([...new Set([...reported, ...suppressions])].sort()).toEqual([...lintRules].sort());
});

test.each([
  ["error-by-ref", undefined, /blob\/main\/docs\/rules\/error-by-ref\.md$/],
  ["source-kind", undefined, /docs\/rules\/README\.md$/],
  ["info-contact", "Spectral", /#info-contact$/],
  ["operation-operationId", "Redocly", /\/operation-operationId$/],
])("%s is described with its owner and page", (rule, owner, url) => {
  expect(describeRule(rule)).toMatchObject({ description: expect.stringMatching(/^[A-Z].*\.$/) });
  expect([describeRule(rule)?.owner, describeRule(rule)?.url]).toEqual([owner, expect.stringMatching(url)]);
});
