import { ContractError, loadTree, type ReadText, type Tree } from "../document/index.ts";
import type { Finding } from "../report/finding.ts";
import { readConfiguration } from "./configuration.ts";
import { lintErrors } from "./error-rules.ts";
import { bundleWithRedocly, checkKind, lintWithRedocly, redoclyRuns } from "./redocly.ts";
import { toldByRedocly } from "./same-fault.ts";
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
  return lintTree(tree, { readText });
}

export interface LintOptions {
  /** Reads the project's configuration of the linters, from its folder. */
  readText: ReadText;
  /** Folder with the configuration; empty, or ending in a slash. The current one by default. */
  folder?: string;
  /** What the caller itself found: it is listed with the rest, and comments may suppress it like the rest. */
  more?: readonly Finding[];
}

/** The same for a document that has been read already. */
export async function lintTree(
  tree: Tree,
  { readText, folder = "", more = [] }: LintOptions,
): Promise<Finding[]> {
  const kind = await checkKind(tree);
  if (kind) return [...more, kind];
  const { configuration, findings } = readConfiguration(folder, readText);
  const { redocly, spectral } = configuration;
  const silent = Object.fromEntries(
    toldByRedocly(await redoclyRuns(tree, redocly)).map((rule) => [rule, "off" as const]),
  );
  const all = [
    ...more,
    ...findings,
    ...(await lintWithRedocly(tree, redocly)),
    ...(await lintWithSpectral(await bundleWithRedocly(tree), tree, {
      ...spectral,
      rules: { ...spectral.rules, ...silent },
    })),
    ...lintErrors(tree),
  ];
  return applySuppressions(dedupe(all), tree.sources.values());
}

/** A part that several operations share is met several times by a linter, but it stands only once in the file. */
function dedupe(findings: Finding[]): Finding[] {
  const key = ({ rule, file, line, column, pointer, message }: Finding) =>
    JSON.stringify([rule, file, line, column, pointer, message]);
  return [...new Map(findings.map((finding) => [key(finding), finding])).values()];
}
