import { compareSides, diffOptions } from "../../src/cli/commands/diff.ts";
import { type Command, UsageError } from "../../src/cli/index.ts";
import { DiffInputError, defaultBase } from "../../src/diff/index.ts";
import { project } from "../project.ts";

/** `npm run diff`: what the hand-written document changes since the last release, or on this branch. */
export const diff: Command = {
  name: "diff",
  summary: "Tell what has changed in the contract, and for whom it breaks something",
  details:
    "The base is the bundle of the last release; before the first release, the commit where this branch left main.",
  options: {
    base: {
      type: "string",
      value: "side",
      description: "another base: a file, or git:<ref>, git:<ref>:<path>, git:<ref>...",
    },
    ...diffOptions,
  },
  examples: ["npm run diff", "npm run --silent diff -- --base git:main... --format markdown"],
  run(args, terminal) {
    return compareSides({ base: args.text("base") || lastRelease(), head: project.entry }, args, terminal);
  },
};

function lastRelease(): string {
  try {
    return defaultBase(process.cwd(), `${project.generated}/openapi.yaml`);
  } catch (error) {
    if (error instanceof DiffInputError) throw new UsageError(error.message);
    throw error;
  }
}
