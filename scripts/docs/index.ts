import type { ErrorFact } from "../../src/contract/index.ts";
import type { EmitInput, OutputFile } from "../emit/emitter.ts";
import { pageAssets, redocBundle } from "./assets.ts";
import { errorPage } from "./page/index.ts";
import { curlSample, sampleCall, typescriptSample } from "./samples/index.ts";
import { homePage } from "./site/home.ts";
import { markdownFiles } from "./site/markdown.ts";
import { placesOf } from "./site/places.ts";
import { publishedFiles, publishedOf } from "./site/published.ts";
import { referencePage } from "./site/reference.ts";

/**
 * The whole site, with paths from its root. `generated` is what `generate` makes, when it is at hand already.
 * @throws Error when the `doc_url`s of the contract do not lead to one page with an anchor per code.
 */
export async function docsFiles(input: EmitInput, generated?: readonly OutputFile[]): Promise<OutputFile[]> {
  const { contract } = input;
  const places = placesOf(contract);
  const published = publishedOf(input, generated);
  const samplesOf = (error: ErrorFact) => {
    const call = sampleCall(contract, error);
    return call && { typescript: typescriptSample(error, call), curl: curlSample(contract, call) };
  };
  const page = errorPage({ contract, places, samplesOf, assets: await pageAssets() });
  const document = published.json.content;
  const reference = referencePage({ contract, places, document, redoc: redocBundle() });
  return [
    { path: "index.html", content: homePage(contract, places) },
    { path: `${places.errors}/index.html`, content: page },
    { path: `${places.reference}/index.html`, content: reference },
    ...markdownFiles(contract, places),
    ...publishedFiles(input, published, places),
  ];
}
