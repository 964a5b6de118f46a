import { type Command, main, runCommand } from "../src/cli/index.ts";
import { ContractError } from "../src/document/index.ts";
import { formatFindings } from "../src/report/index.ts";
import { writeFiles } from "./disk.ts";
import { docsFiles } from "./docs/index.ts";
import { planPublished } from "./plan.ts";
import { project, tool } from "./project.ts";
import { readSource } from "./source.ts";

const command: Command = {
  name: "",
  summary: "Build the site: the error reference, the API reference, and the files for programs",
  async run(_args, { out, err, styleErr }) {
    try {
      const source = await readSource();
      const files = await docsFiles({ ...source, generated: await planPublished(source) });
      writeFiles(project.site, files);
      out(`${files.length} pages and files in ${project.site}/\n`);
      return 0;
    } catch (error) {
      if (!(error instanceof ContractError)) throw error;
      err(formatFindings(error.findings, { format: "stylish", tool, style: styleErr }));
      return 1;
    }
  },
};

await main((argv, terminal) => runCommand("npm run docs --", { command, argv, terminal }));
