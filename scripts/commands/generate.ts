import type { Command } from "../../src/cli/index.ts";
import { ContractError } from "../../src/document/index.ts";
import { formatFindings } from "../../src/report/index.ts";
import { compareFiles, writeFiles } from "../disk.ts";
import { planGenerated } from "../plan.ts";
import { project, tool } from "../project.ts";
import { readSource } from "../source.ts";

/** `npm run generate`: everything in generated/, written or compared. */
export const generate: Command = {
  name: "",
  summary: "Write everything in generated/ from the hand-written document",
  options: {
    check: { type: "boolean", description: "write nothing; report what is stale, missing or orphaned" },
  },
  async run(args, { out, err, style, styleErr }) {
    try {
      const files = await planGenerated(await readSource());
      if (!args.flag("check")) {
        const { stale, missing, orphaned } = writeFiles(project.generated, files);
        const changed = stale.length + missing.length;
        out(
          `${files.length} files in ${project.generated}/: ${changed} written, ${orphaned.length} removed\n`,
        );
        return 0;
      }
      const differences = Object.entries(compareFiles(project.generated, files));
      const rows = differences.flatMap(([state, paths]: [string, string[]]) => {
        return paths.map((path) => `${style("red", state.padEnd(8))}  ${project.generated}/${path}\n`);
      });
      out(rows.join("") || `${files.length} files in ${project.generated}/ are up to date\n`);
      if (rows.length > 0) err("Run `npm run generate` and commit the result.\n");
      return rows.length > 0 ? 1 : 0;
    } catch (error) {
      if (!(error instanceof ContractError)) throw error;
      err(formatFindings(error.findings, { format: "stylish", tool, style: styleErr }));
      return 1;
    }
  },
};
