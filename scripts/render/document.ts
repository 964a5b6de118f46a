import { stringify } from "yaml";
import { banner } from "./banner.ts";
import type { OutputFile } from "./output.ts";

/** A document as YAML and as JSON. */
export function documentFiles(name: string, document: object): OutputFile[] {
  const yaml = stringify(document, {
    blockQuote: "literal",
    lineWidth: 0,
    aliasDuplicateObjects: false,
    compat: "yaml-1.1", // many tools still read `on` or a bare timestamp as YAML 1.1 does
  });
  return [
    { path: `${name}.yaml`, content: `${banner("#")}\n${yaml}` },
    { path: `${name}.json`, content: `${JSON.stringify(document, null, 2)}\n` },
  ];
}
