import openapiTS, { astToString, type OpenAPI3 } from "openapi-typescript";
import { banner } from "./banner.ts";
import type { EmitInput, OutputFile } from "./emitter.ts";

/**
 * The types of the document, by openapi-typescript. They are made of the plain bundle, because a discriminator would
 * only repeat in them what each code's own `const` says; of a clone, because openapi-typescript changes its input.
 */
export async function emitTypes({ bundle }: EmitInput): Promise<OutputFile[]> {
  const nodes = await openapiTS(structuredClone(bundle) as unknown as OpenAPI3, { silent: true });
  return [{ path: "types.ts", content: `${banner("//")}\n${astToString(nodes)}` }];
}
