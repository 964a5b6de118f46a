import { ContractError, loadTree, type ReadText, type Tree } from "../document/index.ts";
import type { Finding } from "../report/finding.ts";
import { bundleWithRedocly, checkKind, lintWithRedocly } from "./redocly.ts";
import { lintWithSpectral } from "./spectral.ts";
import { applySuppressions } from "./suppress.ts";

export { loadPeer, MissingPeerError } from "./peer.ts";
export { type Bundle, bundleWithRedocly } from "./redocly.ts";
export { applySuppressions } from "./suppress.ts";

/**
 * All that Redocly, Spectral and the error rules find in a document, each finding once and on the hand-written line.
 * A document whose files cannot all be read gets the findings about those files alone.
 */
export async function lintDocument(entry: string, readText: ReadText): Promise<Finding[]> {
  let tree: Tree;
  try {
    tree = loadTree(entry, readText);
  } catch (error) {
    if (error instanceof ContractError) return error.findings;
    throw error;
  }
  return lintTree(tree);
}

/**
 * The same for a document that has been read already.
 * @param more what the caller itself found: it is listed with the rest, and comments may suppress it like the rest.
 */
export async function lintTree(tree: Tree, more: readonly Finding[] = []): Promise<Finding[]> {
  const kind = await checkKind(tree);
  if (kind) return [...more, kind];
  const general = await lintWithRedocly(tree);
  const specific = await lintWithSpectral(await bundleWithRedocly(tree), tree);
  return applySuppressions(once([...more, ...general, ...specific]), tree.sources.values());
}

/** A part that several operations share is met several times by a linter, but it stands only once in the file. */
function once(findings: Finding[]): Finding[] {
  const key = ({ rule, file, line, column, pointer, message }: Finding) =>
    JSON.stringify([rule, file, line, column, pointer, message]);
  return [...new Map(findings.map((finding) => [key(finding), finding])).values()];
}
