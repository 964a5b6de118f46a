import { mkdtempSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { mediaTypeOf } from "../../scripts/dev/site-server.ts";
import { writeFiles } from "../../scripts/disk.ts";
import { docsFiles, type SiteInput } from "../../scripts/docs/index.ts";
import { conformanceFacts } from "../../scripts/emit/conformance.ts";
import { planPublished } from "../../scripts/plan.ts";
import type { EmitInput, OutputFile } from "../../scripts/render/output.ts";
import { type Contract, readContract } from "../../src/contract/index.ts";
import { loadTree } from "../../src/document/index.ts";
import { bundleTree } from "../../src/lint/index.ts";

let real: Promise<EmitInput> | undefined;

/** The real document as the emitters get it: read once, and not to be changed. */
export function readInput(): Promise<EmitInput> {
  real ??= readReal();
  return real;
}

async function readReal(): Promise<EmitInput> {
  const tree = loadTree("openapi/openapi.yaml", (file) => readFileSync(file, "utf8"));
  return { contract: readContract(tree), bundle: await bundleTree(tree) };
}

/** What the site of a document is made of. */
export async function siteInputOf(input: EmitInput): Promise<SiteInput> {
  const generated = await planPublished(input);
  return { contract: input.contract, generated, facts: conformanceFacts(input) };
}

/** The site of a document. */
export async function siteOf(input: EmitInput): Promise<OutputFile[]> {
  return docsFiles(await siteInputOf(input));
}

/** The real site. */
export async function readSite(): Promise<{ contract: Contract; files: OutputFile[] }> {
  const input = await readInput();
  return { contract: input.contract, files: await siteOf(input) };
}

export function fileOf(files: readonly OutputFile[], path: string): string {
  const file = files.find((candidate) => candidate.path === path);
  if (file === undefined)
    throw new Error(`The site has no ${path}, only ${files.map((f) => f.path).join(", ")}`);
  return file.content;
}

/** Writes the site into a new folder and gives its path. */
export function writeSite(files: readonly OutputFile[]): string {
  const folder = mkdtempSync(join(tmpdir(), "cstar-docs-"));
  writeFiles(folder, files);
  return folder;
}

export interface ServerHabits {
  /** Redirects a folder without a slash at its end to one with it; else it is served at once. */
  redirect?: boolean;
  /** Looks for `name.html` first. */
  html?: boolean;
  /** Where the site begins. */
  prefix?: string;
}

/** Serves the site as usual web servers do. */
export async function serveSite(
  files: readonly OutputFile[],
  { redirect = true, html = false, prefix = "" }: ServerHabits = {},
) {
  const byPath = new Map(files.map(({ path, content }) => [`${prefix}/${path}`, content]));
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const index = `${pathname.replace(/\/$/, "")}/index.html`;
    if (redirect && !pathname.endsWith("/") && byPath.has(index)) {
      response.writeHead(301, { location: `${pathname}/` }).end();
      return;
    }
    const candidates = [pathname, ...(html ? [`${pathname}.html`] : []), index];
    const path = candidates.find((candidate) => byPath.has(candidate));
    const content = byPath.get(path ?? `${prefix}/404.html`);
    const type = mediaTypeOf(path ?? "404.html");
    response.writeHead(path === undefined ? 404 : 200, { "content-type": type }).end(content);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}${prefix}`,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
