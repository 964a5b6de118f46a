import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";
import { describe, expect, it } from "vitest";

const executable = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";
const present = existsSync(executable);

/**
 * Registers tests that need a browser where there is a Chromium. Elsewhere one line says how to get it; in CI that is a
 * failure, because there nobody would miss the tests.
 */
export function describeInBrowser(title: string, tests: () => void): void {
  if (present) {
    describe(title, tests);
    return;
  }
  const hint = `No Chromium at ${executable}: run \`apt-get install chromium\`, or set CHROMIUM_PATH.`;
  if (process.env.CI === "true") throw new Error(hint);
  process.stderr.write(`${hint}\n`);
  // Vitest takes a file without any test for a mistake.
  describe(title, () => {
    it("needs a Chromium, which is not here", () => expect(existsSync(executable)).toBe(false));
  });
}

/** Starts Chromium so that it talks to nobody of its own accord. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: executable,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}
