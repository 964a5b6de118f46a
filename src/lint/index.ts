import { openTree, type Tree } from "../document/index.ts";
import { normalizePath } from "../document/refs.ts";
import { defaults } from "./configuration.ts";
import { type LintOptions, type LintResult, lintTree } from "./lint-tree.ts";
import { type Bundle, bundleWithRedocly } from "./redocly.ts";

export { compareToBaseline, parseBaseline } from "./baseline.ts";
export { ConfigurationError } from "./configuration.ts";
export { isUncompiled } from "./consequences.ts";
export { LEVELS_OF_RULES, type RuleLevel } from "./levels.ts";
export { type LintOptions, type LintResult, lintTree } from "./lint-tree.ts";
export { loadPeer, MissingPeerError } from "./peer.ts";
export type { Bundle } from "./redocly.ts";
export { describeRule } from "./rule-info.ts";
export { applySuppressions } from "./suppress.ts";

export interface LintDocumentOptions extends LintOptions {
  /** The text of the entry, where it has been read already. */
  entryText?: string;
}

/** Reads a document and lints all of it that can be read. */
export async function lintDocument(
  entry: string,
  { entryText, ...options }: LintDocumentOptions,
): Promise<LintResult> {
  const start = normalizePath(entry);
  const readText = (file: string): string =>
    file === start && entryText !== undefined ? entryText : options.readText(file);
  const { tree, findings } = openTree(entry, readText);
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
