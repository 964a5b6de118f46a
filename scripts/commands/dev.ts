import { once } from "node:events";
import { watch } from "chokidar";
import { type Command, reportKnown, type Terminal } from "../../src/cli/index.ts";
import { claimPort } from "../../src/cli/port.ts";
import { ContractError } from "../../src/document/index.ts";
import { type Finding, summarize } from "../../src/report/index.ts";
import { coalesce } from "../dev/coalesce.ts";
import { createSiteServer, type SiteServer } from "../dev/site-server.ts";
import { writeFiles } from "../disk.ts";
import { docsFiles } from "../docs/index.ts";
import { conformanceFacts } from "../emit/conformance.ts";
import { planGenerated } from "../plan.ts";
import { project } from "../project.ts";
import type { OutputFile } from "../render/output.ts";
import { lintSource, readSource, type SourceDocument } from "../source.ts";
import { runSteps, type Step } from "../steps.ts";

const HOST = "127.0.0.1";

/** `npm run dev`: generated files and site follow the hand-written document while it is edited. */
export const dev: Command = {
  name: "dev",
  summary: `Watch ${project.source}/, and on every change regenerate, reload the site in the browser, and lint`,
  details: "The site is served from memory. Ctrl-C ends it.",
  options: {
    port: {
      type: "number",
      value: "port",
      min: 1,
      default: 4020,
      description: `where it listens, on ${HOST}`,
    },
  },
  async run(args, terminal) {
    const port = args.number("port");
    await claimPort(port, HOST);
    const site = createSiteServer();
    const { trigger, idle } = coalesce(() => rebuild(site, terminal));
    const watcher = watch([project.source, ...project.lintConfiguration], { ignoreInitial: true }).on(
      "all",
      trigger,
    );
    await once(watcher, "ready");
    trigger();
    await idle();
    await site.listen(port, HOST);
    terminal.out(`Site on http://${HOST}:${port}/, watching ${project.source}/\n`);
    await Promise.race(["SIGINT", "SIGTERM", "SIGHUP"].map((signal) => once(process, signal)));
    await Promise.all([watcher.close(), site.close(), idle()]);
    return 0;
  },
};

/** One round. Whatever is wrong with the document is reported, and the next change is waited for. */
async function rebuild(site: SiteServer, terminal: Terminal): Promise<void> {
  let source: SourceDocument;
  let generated: OutputFile[];
  let findings: Finding[] | undefined;
  const lint = async (): Promise<string> => {
    findings ??= (await lintSource()).findings;
    if (findings.length > 0) throw new ContractError(findings);
    return summarize(findings);
  };
  const steps: Step[] = [
    {
      name: "generate",
      async run() {
        source = await readSource();
        generated = await planGenerated(source);
        const { stale, missing, orphaned } = writeFiles(project.generated, generated);
        return `${generated.length} files, ${stale.length + missing.length} changed, ${orphaned.length} removed`;
      },
    },
    {
      name: "site",
      async run() {
        const files = await docsFiles({ ...source, generated, facts: conformanceFacts(source) });
        site.update(files);
        return `${files.length} pages and files`;
      },
    },
    { name: "lint", run: lint },
  ];
  const report = (error: unknown): void => {
    if (reportKnown(error, terminal) !== undefined) return;
    terminal.err(`${error instanceof Error ? error.stack : String(error)}\n`);
  };
  try {
    await runSteps(steps, terminal);
  } catch (error) {
    // What stops the reader the linters find too, and more.
    if (error instanceof ContractError) await lint().catch(report);
    else report(error);
  }
}
