import { defineConfig } from "vitest/config";

/** The tests of one area, as `npm run mutation` names them. */
export default defineConfig({
  test: {
    setupFiles: ["test/setup.ts"],
    include: (process.env.MUTATION_TESTS ?? "").split(","),
    exclude: [
      ...["**/*.deep.test.ts", "**/*.browser.test.ts", "**/node_modules/**"],
      // What compiles the sources, or searches them, meets the marks that the mutator leaves in them.
      ...["test/server/guide.test.ts", "test/server/compiler.test.ts", "test/lint/rule-info.test.ts"],
    ],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
