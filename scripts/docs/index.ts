import { posix } from "node:path";
import type { ConformanceFacts } from "../../src/conformance/index.ts";
import type { ErrorFact } from "../../src/contract/index.ts";
import { shapeClient } from "../names/client-methods.ts";
import type { EmitInput, OutputFile } from "../render/output.ts";
import { siteAssets } from "./assets.ts";
import { codePage, errorPage } from "./errors/index.ts";
import { EXPLAIN_FILE } from "./errors/paste.ts";
import { referencePage } from "./reference/index.ts";
import { isObject, type Schema } from "./reference/schema.ts";
import { samplesOf } from "./samples/index.ts";
import { homePage } from "./site/home.ts";
import { markdownFiles } from "./site/markdown.ts";
import { notFoundPage } from "./site/not-found.ts";
import { codeFolder, sitePaths } from "./site/paths.ts";
import { generatedFile, publishedFiles, publishedNames } from "./site/published.ts";
import type { Site } from "./site/site.ts";

/** What the site is made of: the contract, and the files in `generated/` that it publishes. */
export interface SiteInput extends Pick<EmitInput, "contract"> {
  generated: readonly OutputFile[];
  /** What the page needs to explain a pasted response. */
  facts: ConformanceFacts;
}

/**
 * The whole site, with paths from its root.
 * @throws Error when the `doc_url`s of the contract do not lead to one page with an anchor per code.
 */
export async function docsFiles({ contract, generated, facts }: SiteInput): Promise<OutputFile[]> {
  const paths = sitePaths(contract);
  const document = JSON.parse(generatedFile(generated, "openapi.json").content) as Schema;
  const support = supportOf(document);
  const site: Site = {
    contract,
    paths,
    assets: await siteAssets(),
    ...(support && { support }),
    commonParameters: shapeClient(contract).own,
    samplesOf: (error: ErrorFact) => samplesOf(contract, error),
  };
  const { errors, reference } = paths;
  return [
    { path: "index.html", content: homePage(site, publishedNames(generated)) },
    { path: "404.html", content: notFoundPage(site) },
    { path: `${errors}/index.html`, content: errorPage(site, errors) },
    // A `doc_url` has no slash at its end. Servers that do not add one look for this file, whose links fit there.
    { path: `${errors}.html`, content: errorPage(site, posix.join(errors, "..")) },
    { path: `${errors}/${EXPLAIN_FILE}`, content: explainFile(site, { generated, facts }) },
    ...contract.errors.map((error) => ({
      path: `${errors}/${codeFolder(error)}/index.html`,
      content: codePage(site, error),
    })),
    { path: `${reference}/index.html`, content: referencePage(site, document) },
    { path: `${errors}.md`, content: generatedFile(generated, "errors.md").content },
    ...markdownFiles(contract, paths),
    ...publishedFiles(generated, paths),
  ];
}

function explainFile({ assets }: Site, { generated, facts }: Pick<SiteInput, "generated" | "facts">): string {
  const table: unknown = JSON.parse(generatedFile(generated, "errors.json").content);
  return `globalThis.cstarKnowledge=${JSON.stringify({ table, facts })};\n${assets.explain}\n`;
}

function supportOf({ info }: Schema): Site["support"] {
  const contact = isObject(info) ? info.contact : undefined;
  if (!isObject(contact) || typeof contact.url !== "string") return undefined;
  return { name: String(contact.name ?? contact.url), url: contact.url };
}
