import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";

/**
 * Registers tests that need a program which npm does not have, where it is installed. Elsewhere one line says what is missing;
 * in CI that is a failure, because there nobody would miss the tests.
 * @param title also names the tests that take their place.
 */
export function describeWithProgram(program: string, title: string, tests: () => void): void {
  if (isInstalled(program)) {
    describe(title, tests);
    return;
  }
  const hint = `There is no ${program} here: install it to test ${title}.`;
  if (process.env.CI === "true") throw new Error(hint);
  process.stderr.write(`${hint}\n`);
  describe(title, () => {
    it(`needs ${program}, which is not here`, () => expect(isInstalled(program)).toBe(false));
  });
}

/** Whether the shell finds a program: what it does or prints says nothing. */
function isInstalled(program: string): boolean {
  return spawnSync(program, ["--help"], { stdio: "ignore" }).error === undefined;
}
