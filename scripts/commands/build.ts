import type { Command } from "../../src/cli/index.ts";
import { ContractError } from "../../src/document/index.ts";
import { type Finding, summarize } from "../../src/report/index.ts";
import { compile } from "../compile.ts";
import { removeFolder, replaceFolders, writeFiles } from "../disk.ts";
import { docsFiles } from "../docs/index.ts";
import { conformanceFacts } from "../emit/conformance.ts";
import { planGenerated } from "../plan.ts";
import { project } from "../project.ts";
import type { OutputFile } from "../render/output.ts";
import { lintSource, readSource, type SourceDocument } from "../source.ts";
import { elapsed, runSteps, type Step } from "../steps.ts";

/** `npm run build`: from the hand-written document to everything that is published. */
export const build: Command = {
  name: "build",
  summary: "Lint, bundle, generate, compile and document: everything that is published",
  async run(_args, terminal) {
    const start = performance.now();
    await runSteps(steps(), terminal);
    const { generated, compiled, site } = project;
    terminal.out(
      `\nBuilt in ${elapsed(start)}: contract in ${generated}/, package in ${compiled}/, site in ${site}/\n`,
    );
    return 0;
  },
};

function steps(): Step[] {
  let source: SourceDocument;
  let generated: OutputFile[];
  return [
    { name: "lint", run: async () => summarize(stopOnErrors((await lintSource()).findings)) },
    {
      name: "bundle",
      async run() {
        source = await readSource();
        const { errors, operations } = source.contract;
        return `${source.tree.sources.size} files, ${operations.length} operations, ${errors.length} error codes`;
      },
    },
    {
      name: "generate",
      async run() {
        generated = await planGenerated(source);
        const { stale, missing, orphaned } = writeFiles(project.generated, generated);
        return `${generated.length} files, ${stale.length + missing.length} changed, ${orphaned.length} removed`;
      },
    },
    {
      name: "compile",
      async run() {
        // Compiled beside and moved when it is complete: whoever uses the package meanwhile has the old one, or the new one.
        removeFolder(project.compiling);
        const { findings, written } = await compile(undefined, project.compiling);
        stopOnErrors(findings);
        replaceFolders(project.compiled, project.compiling);
        return `${written.filter((path) => path.endsWith(".js")).length} modules`;
      },
    },
    {
      name: "docs",
      async run() {
        const files = await docsFiles({ ...source, generated, facts: conformanceFacts(source) });
        writeFiles(project.site, files);
        return `${files.length} pages and files`;
      },
    },
  ];
}

function stopOnErrors(findings: Finding[]): Finding[] {
  if (findings.some(({ severity }) => severity === "error")) throw new ContractError(findings);
  return findings;
}
