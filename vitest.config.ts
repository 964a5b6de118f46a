import { configDefaults, defineConfig } from "vitest/config";

/** `npm test`: everything that is quick. What takes long or needs a browser is in vitest.deep.config.ts. */
export default defineConfig({
  test: {
    setupFiles: ["test/setup.ts"],
    include: ["test/**/*.test.ts"],
    exclude: [
      ...configDefaults.exclude,
      "test/**/*.deep.test.ts",
      "test/**/*.browser.test.ts",
      "test/peers/**",
      "test/bench/**",
    ],
    typecheck: {
      enabled: true,
      checker: "node_modules/typescript-native/bin/tsc", // two packages bring a `tsc`; which one wins the name is chance
      include: ["test/**/*.test-d.ts"],
      tsconfig: "tsconfig.json",
    },
    isolate: false, // most of the time of a test file is loading the linters and the compiler
    maxWorkers: 2, // by itself vitest leaves one of two cores idle
    // They end what hangs and measure nothing: a busy machine takes many times as long.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    reporters: process.env.TEST_REPORT
      ? ["default", ["json", { outputFile: process.env.TEST_REPORT }]]
      : ["default"],
  },
});
