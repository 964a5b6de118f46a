import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Copy } from "../copy.ts";
import { root } from "./project.ts";
import { runNode } from "./run.ts";

/** What running tests has come to. */
export interface TestRun {
  passed: number;
  /** What each test that failed says, by its file below `test/`. */
  failed: Record<string, string[]>;
}

interface Report {
  numPassedTests: number;
  testResults: {
    name: string;
    status: string;
    message?: string;
    assertionResults: { status: string; fullName: string; failureMessages: string[] }[];
  }[];
}

/**
 * Runs tests of a copy of the project there, all of `npm test` unless some are named.
 * @throws when they did not run at all.
 */
export async function runTests(copy: Copy, ...files: string[]): Promise<TestRun> {
  const outputFile = join(copy.folder, "test-report.json");
  const vitest = join(root, "node_modules/vitest/vitest.mjs");
  const args = [vitest, "run", ...files, "--reporter", "json", "--outputFile", outputFile];
  const { TEST_REPORT: _, VITEST: __, ...env } = process.env;
  const { stdout, stderr } = await runNode(args, { cwd: copy.folder, env });
  let report: Report;
  try {
    report = JSON.parse(readFileSync(outputFile, "utf8"));
  } catch {
    throw new Error(`The tests did not run:\n${stdout}${stderr}`);
  }
  const failed: TestRun["failed"] = {};
  for (const { name, status, message, assertionResults } of report.testResults) {
    const told = assertionResults
      .filter((one) => one.status === "failed")
      .map(({ fullName, failureMessages }) => `${fullName}: ${failureMessages.join("\n")}`);
    // A file that cannot even be loaded has no tests that could fail.
    if (told.length === 0 && status === "failed") told.push(message ?? "It could not be loaded.");
    const file = name.slice(join(copy.folder, "test/").length).replaceAll("\\", "/");
    if (told.length > 0) failed[file] = told;
  }
  return { passed: report.numPassedTests, failed };
}
