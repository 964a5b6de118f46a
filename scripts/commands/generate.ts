import type { Command, ExitCode, Terminal } from "../../src/cli/index.ts";
import { compareFiles, writeFiles } from "../disk.ts";
import { planGenerated } from "../plan.ts";
import { project } from "../project.ts";
import type { OutputFile } from "../render/output.ts";
import { readSource } from "../source.ts";

/** `npm run generate`: everything in generated/, written or compared. */
export const generate: Command = {
  name: "generate",
  summary: "Write everything in generated/ from the hand-written document",
  options: {
    check: { type: "boolean", description: "write nothing; report what is stale, missing or orphaned" },
  },
  async run(args, terminal) {
    const files = await planGenerated(await readSource());
    return args.flag("check") ? check(files, terminal) : write(files, terminal);
  },
};

function write(files: readonly OutputFile[], { out }: Terminal): ExitCode {
  const { stale, missing, orphaned } = writeFiles(project.generated, files);
  const changed = stale.length + missing.length;
  out(`${files.length} files in ${project.generated}/: ${changed} written, ${orphaned.length} removed\n`);
  return 0;
}

function check(files: readonly OutputFile[], { out, err, style }: Terminal): ExitCode {
  const differences = Object.entries(compareFiles(project.generated, files));
  const rows = differences.flatMap(([state, paths]: [string, string[]]) => {
    return paths.map((path) => `${style("red", state.padEnd(8))}  ${project.generated}/${path}\n`);
  });
  out(rows.join("") || `${files.length} files in ${project.generated}/ are up to date\n`);
  if (rows.length > 0) err("Run `npm run generate` and commit the result.\n");
  return rows.length > 0 ? 1 : 0;
}
