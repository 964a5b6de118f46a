import type { OpenAPI3 } from "openapi-typescript";
import { banner } from "../render/banner.ts";
import type { EmitInput, OutputFile } from "../render/output.ts";
import { describeQueryRanges } from "./query-ranges.ts";

/**
 * The types of the document, by openapi-typescript. They are made of the plain bundle, because a discriminator would
 * only repeat in them what each code's own `const` says; of a clone, because openapi-typescript changes its input.
 */
export async function emitTypes({ bundle }: EmitInput): Promise<OutputFile[]> {
  // Loaded here, because it brings the compiler of TypeScript along, and most commands print no types.
  const { astToString, default: openapiTS } = await import("openapi-typescript");
  const document = structuredClone(bundle);
  describeQueryRanges(document);
  const nodes = await openapiTS(document as unknown as OpenAPI3, { silent: true });
  return [{ path: "types.ts", content: `${banner("//")}\n${astToString(nodes)}` }];
}
