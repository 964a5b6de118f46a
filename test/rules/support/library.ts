import { readFileSync } from "node:fs";
import { parse } from "yaml";

const text = readFileSync(new URL("../../../docs/rules/library.yaml", import.meta.url), "utf8");
const original: unknown = parse(text);

/** The document that the pages of the rules start from, a copy of its own for everyone; no rule has anything to say about it. */
export function library(): unknown {
  return structuredClone(original);
}
