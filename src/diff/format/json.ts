import type { JudgedChange } from "../accept.ts";
import { type DiffReport, requiredBump } from "../report.ts";

/** JSON for programs; with no change the list is empty and the rest is the same. */
export function json(report: DiffReport): string {
  const { base, head, changes, declared, errorsOnly, notCompared = [] } = report;
  const value = {
    base: { label: base.label, version: base.version },
    head: { label: head.label, version: head.version },
    changes: changes.map((change) => entry(change, report)),
    bump: requiredBump(report),
    declared,
    compared: errorsOnly === undefined ? ["errors", "api"] : ["errors"],
    notCompared,
  };
  return `${JSON.stringify(value, null, 2)}\n`;
}

function entry({ location, ...change }: JudgedChange, { lineOf }: DiffReport): object {
  return { ...change, ...(location && { file: location.file, line: lineOf(location) }) };
}
