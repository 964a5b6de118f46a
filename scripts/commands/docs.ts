import type { Command } from "../../src/cli/index.ts";
import { writeFiles } from "../disk.ts";
import { docsFiles } from "../docs/index.ts";
import { conformanceFacts } from "../emit/conformance.ts";
import { planPublished } from "../plan.ts";
import { project } from "../project.ts";
import { readSource } from "../source.ts";

/** `npm run docs`: the site. */
export const docs: Command = {
  name: "docs",
  summary: "Build the site: the error reference, the API reference, and the files for programs",
  async run(_args, { out }) {
    const source = await readSource();
    const files = await docsFiles({
      ...source,
      generated: await planPublished(source),
      facts: conformanceFacts(source),
    });
    writeFiles(project.site, files);
    out(`${files.length} pages and files in ${project.site}/\n`);
    return 0;
  },
};
