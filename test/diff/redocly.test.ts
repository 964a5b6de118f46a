import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { withTemporaryFiles as withFiles } from "../../src/cli/files.ts";
import { diffApis } from "../../src/diff/general/diff-apis.ts";
import { DiffInputError } from "../../src/diff/index.ts";
import { caseOf, contractOfData, shop } from "./support.ts";

const base = contractOfData(shop());
const other = contractOfData(caseOf("api", "field-of-a-request-required").head);
const onlyErrors = contractOfData(caseOf("errors", "code-renamed").head);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "contract-redocly-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A program in the place of Redocly's. */
function program(script: string): string {
  const path = join(folder, "redocly.cjs");
  writeFileSync(path, script);
  return path;
}
const printing = (report: unknown) =>
  program(`process.stdout.write(${JSON.stringify(JSON.stringify(report))}); process.exitCode = 1;`);

test("without Redocly nothing but errors is compared, and it is said that something else changed", async () => {
  expect(await diffApis(base, other, { withFiles, redocly: undefined })).toEqual({
    changes: [],
    skipped:
      "Something other than errors changed as well, and was not compared: that takes @redocly/cli. Run: npm install --save-dev @redocly/cli",
  });
});

test("where only errors changed, Redocly is not asked and not missed", async () => {
  expect(await diffApis(base, onlyErrors, { withFiles, redocly: undefined })).toEqual({ changes: [] });
  const failing = program("throw new Error('called')");
  expect(await diffApis(base, onlyErrors, { withFiles, redocly: failing })).toEqual({ changes: [] });
});

describe("a report of Redocly", () => {
  test("is read whatever its exit status is", async () => {
    const redocly = printing({ reportVersion: "1", changes: [] });
    expect(await diffApis(base, other, { withFiles, redocly })).toEqual({ changes: [] });
  });

  test.each([
    [
      "in another version",
      () => printing({ reportVersion: "2", changes: [] }),
      /reports in version "2", and only 1 is understood here/,
    ],
    [
      "that is none",
      () => printing(["changes"]),
      /`redocly diff` failed: it printed no report\. It needs @redocly\/cli 2\.72 or later\.$/,
    ],
    ["that is a number", () => printing(1), /failed: it printed no report\./],
    ["that is null", () => printing(null), /failed: it printed no report\./],
    ["without a version", () => printing({ changes: [] }), /failed: it printed no report\./],
    ["without changes", () => printing({ reportVersion: "1" }), /failed: it printed no report\./],
    [
      "that was not made",
      () => program("console.error('Usage:\\n  Unknown argument: diff  \\n'); process.exit(1)"),
      /failed: Unknown argument: diff\. It needs/,
    ],
  ])("%s ends the comparison", async (_, make, message) => {
    const fault: unknown = await diffApis(base, other, { withFiles, redocly: make() }).catch(
      (error) => error,
    );
    expect(fault).toBeInstanceOf(DiffInputError);
    expect((fault as DiffInputError).message).toMatch(message);
  });
});

test("the documents are handed over in files that are gone afterwards", async () => {
  const redocly = program(`
const { existsSync } = require("node:fs");
if (existsSync(process.argv[3]) && existsSync(process.argv[4])) console.log('{"reportVersion": "1", "changes": []}');
`);
  let paths: string[] = [];
  await diffApis(base, other, {
    redocly,
    withFiles: (texts, use) =>
      withFiles(texts, (files) => {
        paths = Object.values(files);
        return use(files);
      }),
  });
  expect(paths).toHaveLength(3);
  expect(paths.filter((path) => existsSync(path))).toEqual([]);
});

test("Redocly is asked in a way in which neither its rules, nor its configuration, nor its notices get in", async () => {
  const redocly = program(`
const { readFileSync } = require("node:fs");
const [, , ...args] = process.argv;
const { REDOCLY_TELEMETRY, REDOCLY_SUPPRESS_UPDATE_NOTICE, PATH } = process.env;
const config = readFileSync(args[args.indexOf("--config") + 1], "utf8");
console.error(JSON.stringify({ args: args.map((arg) => arg.replace(/.*[/]/, "")), config, REDOCLY_TELEMETRY, REDOCLY_SUPPRESS_UPDATE_NOTICE, hasPath: PATH !== undefined }));
console.error("  ");
`);
  const fault: unknown = await diffApis(base, other, { withFiles, redocly }).catch((error) => error);
  const [, seen = ""] = /^`redocly diff` failed: (.*)\. It needs/s.exec((fault as Error).message) ?? [];
  expect(JSON.parse(seen)).toEqual({
    args: [
      "diff",
      "base.json",
      "head.json",
      "--config",
      "redocly.yaml",
      "--format",
      "json",
      "--fail-on",
      "none",
    ],
    config: "extends: [diff-recommended]\n",
    REDOCLY_TELEMETRY: "off",
    REDOCLY_SUPPRESS_UPDATE_NOTICE: "true",
    hasPath: true,
  });
});
