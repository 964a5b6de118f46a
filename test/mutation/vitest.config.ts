import { relative } from "node:path";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Runs the quickest files first: the first failure ends the run of a mutant. */
class QuickestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).sort((a, b) => this.#duration(a) - this.#duration(b));
  }

  #duration({ moduleId, project }: TestSpecification): number {
    const file = relative(this.ctx.config.root, moduleId).replaceAll("\\", "/");
    return this.ctx.cache.getFileTestResults(`${project.name}:${file}`)?.duration ?? 0;
  }
}

/** The tests of one area, as `npm run mutation` names them. */
export default defineConfig({
  test: {
    setupFiles: ["test/setup.ts"],
    isolate: false,
    sequence: { sequencer: QuickestFirst },
    include: (process.env.MUTATION_TESTS ?? "").split(","),
    exclude: [
      ...["**/*.deep.test.ts", "**/*.browser.test.ts", "**/node_modules/**"],
      // What compiles the sources, or searches them, meets the marks that the mutator leaves in them.
      ...["test/server/compiler.test.ts", "test/lint/rule-info.test.ts"],
      // Stryker runs tests in threads, where the working directory cannot be changed.
      ...["test/dev/dev.test.ts", "test/pipeline/commands.test.ts"],
    ],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
