// Adds up the JSON reports of test runs and prints `N passed, N failed`; fails when a report is missing or ran nothing.
import { readFileSync } from "node:fs";

let passed = 0;
let failed = 0;
let complete = true;
for (const file of process.argv.slice(2)) {
  try {
    const report = JSON.parse(readFileSync(file, "utf8"));
    passed += report.numPassedTests;
    failed += report.numFailedTests;
    if (report.numTotalTests === 0) throw new Error("no test ran");
  } catch (error) {
    complete = false;
    process.stderr.write(`${file}: ${error.message}\n`);
  }
}
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = complete && failed === 0 ? 0 : 1;
