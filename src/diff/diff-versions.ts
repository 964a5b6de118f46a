import { pendingStep, stepBetween } from "./declared.ts";
import { diffContracts, sortChanges } from "./diff-contracts.ts";
import { type ApiHost, diffApis } from "./general/diff-apis.ts";
import { notCompared } from "./general/not-compared.ts";
import type { DiffReport } from "./report.ts";
import { parseSide } from "./sides/parse-side.ts";
import { type Reading, type ReadSide, readSide } from "./sides/read-side.ts";
import { largerBump } from "./verdicts.ts";

/**
 * Reads both sides of a comparison. A commit without a path has the document where the other side has it.
 * @throws DiffInputError or ContractError, as `readSide` does.
 */
export function readSides(
  texts: { base: string; head: string },
  reading: Omit<Reading, "fallback">,
): { base: ReadSide; head: ReadSide } {
  const [base, head] = [parseSide(texts.base), parseSide(texts.head)];
  return {
    base: readSide(base, { ...reading, fallback: head }),
    head: readSide(head, { ...reading, fallback: base }),
  };
}

/**
 * Compares two versions: the errors by their facts, all else by Redocly.
 * @throws DiffInputError when Redocly is installed and fails.
 */
export async function diffVersions(base: ReadSide, head: ReadSide, host: ApiHost): Promise<DiffReport> {
  const [before, after] = [base.contract, head.contract];
  const apis = await diffApis(before, after, host);
  const step = stepBetween(before.version, after.version);
  return {
    title: after.title,
    base: { label: base.label, version: before.version },
    head: { label: head.label, version: after.version },
    changes: sortChanges([...diffContracts(before, after), ...apis.changes]),
    declared: largerBump(step, pendingStep(head.files, head.tree.entry)),
    errorsOnly: apis.skipped,
    notCompared: notCompared(before, after),
    lineOf: (location) => head.tree.locate(location).line,
  };
}
