import { type ReadText, openTree, type Tree } from "../document/index.ts";
import type { Finding } from "../report/finding.ts";
import { lintTree, type LintResult } from "./lint-tree.ts";
import { defaults } from "./configuration.ts";
import { type Bundle, bundleWithRedocly } from "./redocly.ts";

export { type LintOptions, type LintResult, lintTree } from "./lint-tree.ts";
export { loadPeer, MissingPeerError } from "./peer.ts";
export type { Bundle } from "./redocly.ts";
export { applySuppressions } from "./suppress.ts";

/** Reads a document and lints all of it that can be read. */
export async function lintDocument(
  entry: string,
  options: Omit<Parameters<typeof lintTree>[1], "more"> & { readText: ReadText },
): Promise<LintResult> {
  const { tree, findings } = openTree(entry, options.readText);
  return lintTree(tree, { ...options, more: findings });
}

/**
 * Bundles the files of a document that was read in full.
 * @throws Error when they make no whole.
 */
export async function bundleTree(tree: Tree): Promise<Bundle> {
  const { bundle, errors } = await bundleWithRedocly({
    entry: tree.entry,
    files: tree.sources,
    settings: defaults.redocly,
  });
  if (errors[0] !== undefined) throw new Error(`${tree.entry} cannot be bundled: ${errors[0]}`);
  return bundle;
}
