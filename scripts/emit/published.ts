import { stringify } from "yaml";
import { fromPointer, valueAt } from "../../src/document/index.ts";
import type { Bundle } from "../../src/lint/index.ts";
import { banner, origin } from "../render/banner.ts";
import type { EmitInput, OutputFile } from "../render/output.ts";
import { readBundle } from "./bundle.ts";

/** The document that partners get: the bundle and what follows from it, as YAML and as JSON. */
export function emitPublished(input: EmitInput): OutputFile[] {
  const document = publishedDocument(input);
  const yaml = stringify(document, {
    blockQuote: "literal",
    lineWidth: 0,
    aliasDuplicateObjects: false,
    compat: "yaml-1.1", // many tools still read `on` or a bare timestamp as YAML 1.1 does
  });
  return [
    { path: "openapi.yaml", content: `${banner("#")}\n${yaml}` },
    { path: "openapi.json", content: `${JSON.stringify(document, null, 2)}\n` },
  ];
}

/**
 * Adds to the bundle a named example per code in each response, and to each choice of error objects a discriminator with
 * its mapping, which generators of other languages need to tell the codes apart.
 */
export function publishedDocument({ contract, bundle }: EmitInput): Bundle {
  const document = structuredClone(bundle);
  const examples = new Map(contract.errors.map((error) => [error.code, error]));
  for (const { responses } of readBundle(bundle).contract.operations) {
    for (const { codes, location, mediaType, union } of responses) {
      if (union === undefined || mediaType === undefined) continue;
      const content = at(document, `${location.pointer}/content`)[mediaType] as Record<string, unknown>;
      content.examples = Object.fromEntries(
        codes.map((code) => [
          code,
          { summary: examples.get(code)?.title, value: examples.get(code)?.example },
        ]),
      );
      const choice = at(document, union.location.pointer);
      if (choice.oneOf === undefined) continue; // a single code leaves nothing to choose
      choice.discriminator = {
        propertyName: "code",
        mapping: Object.fromEntries(codes.map((code) => [code, `#${union.members[code]?.location.pointer}`])),
      };
    }
  }
  const { openapi, ...rest } = document;
  return { openapi, "x-generated": origin, ...rest };
}

function at(document: Bundle, pointer: string): Record<string, unknown> {
  const value = valueAt(document, fromPointer(pointer));
  if (typeof value === "object" && value !== null) return value as Record<string, unknown>;
  throw new Error(`The bundle has nothing at ${pointer}; the reader and the bundler disagree.`);
}
