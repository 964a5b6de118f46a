import { configDefaults, defineConfig } from "vitest/config";

/** `npm run test:deep`: fuzzing, faults, browsers, other people's generators. */
export default defineConfig({
  test: {
    setupFiles: ["test/setup.ts"],
    include: ["test/**/*.deep.test.ts", "test/**/*.browser.test.ts"],
    exclude: [...configDefaults.exclude, "test/peers/node_modules/**"],
    maxWorkers: 2, // by itself vitest leaves one of two cores idle
    testTimeout: 300_000,
    hookTimeout: 300_000,
    reporters: process.env.TEST_REPORT
      ? ["default", ["json", { outputFile: process.env.TEST_REPORT }]]
      : ["default"],
  },
});
