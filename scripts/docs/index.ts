import type { ErrorFact } from "../../src/contract/index.ts";
import type { EmitInput, OutputFile } from "../render/output.ts";
import { pageAssets, redocBundle } from "./assets.ts";
import { errorPage } from "./page/index.ts";
import { curlSample, sampleCall, typescriptSample } from "./samples/index.ts";
import { homePage } from "./site/home.ts";
import { markdownFiles } from "./site/markdown.ts";
import { placesOf } from "./site/places.ts";
import { generatedFile, publishedFiles, publishedNames } from "./site/published.ts";
import { referencePage } from "./site/reference.ts";

/** What the site is made of: the contract, and the files in `generated/` that it publishes. */
export interface SiteInput extends Pick<EmitInput, "contract"> {
  generated: readonly OutputFile[];
}

/**
 * The whole site, with paths from its root.
 * @throws Error when the `doc_url`s of the contract do not lead to one page with an anchor per code.
 */
export async function docsFiles({ contract, generated }: SiteInput): Promise<OutputFile[]> {
  const places = placesOf(contract);
  const samplesOf = (error: ErrorFact) => {
    const call = sampleCall(contract, error);
    return call && { typescript: typescriptSample(error, call), curl: curlSample(contract, call) };
  };
  const page = errorPage({ contract, places, samplesOf, assets: await pageAssets() });
  const document = generatedFile(generated, "openapi.json").content;
  const reference = referencePage({ contract, places, document, redoc: redocBundle() });
  return [
    { path: "index.html", content: homePage(contract, { places, published: publishedNames(generated) }) },
    { path: `${places.errors}/index.html`, content: page },
    { path: `${places.reference}/index.html`, content: reference },
    { path: `${places.errors}.md`, content: generatedFile(generated, "errors.md").content },
    ...markdownFiles(contract, places),
    ...publishedFiles(generated, places),
  ];
}
