import type { Tree } from "../document/index.ts";
import type { Finding } from "../report/finding.ts";
import { checkDocument } from "../rules/check.ts";

/** What the error rules say of the hand-written files, each finding where somebody wrote what is wrong. */
export function lintErrors(tree: Tree, isWhole: boolean): { findings: Finding[]; note: string | undefined } {
  const { findings, ...rest } = checkDocument(tree, { isWhole });
  return {
    ...rest,
    findings: findings.map(({ rule, message, at: { location } }) => ({
      rule,
      severity: "error",
      ...location,
      ...tree.locate(location),
      message,
    })),
  };
}
