import { readFileSync } from "node:fs";
import { parse } from "yaml";

const text = readFileSync(new URL("../../../docs/rules/library.yaml", import.meta.url), "utf8");

/** The document that the pages of the rules start from; no rule has anything to say about it. */
export function library(): unknown {
  return parse(text);
}
