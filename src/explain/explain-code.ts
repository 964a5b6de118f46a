import { ACTOR_LABELS, RETRY_LABELS } from "../contract/labels.ts";
import { nearest } from "../report/index.ts";
import { type ErrorRow, type ErrorTable, findRow } from "./error-table.ts";

/** All that is known about a code. Texts are CommonMark. */
export interface CodeExplanation extends ErrorRow {
  /** Heading of the group that the code belongs to. */
  group: string;
  /** What usually helps with codes of this type. */
  commonFix: string;
  /** What the status means. */
  statusMeaning: string;
  retryAdvice: string;
  actorAdvice: string;
}

/** A word that is no code, and the codes that may have been meant. */
export interface UnknownCode {
  code: string;
  nearest: string[];
  /** Since when, and why, the code is no longer in use, if it once was. */
  retired?: { retired: string; reason: string };
}

/** Explains a code; `undefined` when there is none of that name. */
export function explainCode(table: ErrorTable, code: string): CodeExplanation | undefined {
  const row = findRow(table, code);
  return (
    row && {
      ...row,
      group: table.typeTitles[row.type] ?? row.type,
      commonFix: table.typeFixes[row.type] ?? "",
      statusMeaning: table.statuses[row.status] ?? "",
      retryAdvice: RETRY_LABELS[row.retry].long,
      actorAdvice: ACTOR_LABELS[row.actor].long,
    }
  );
}

/** What can be said about a word that is no code. */
export function unknownCode(table: ErrorTable, code: string): UnknownCode {
  const retired = table.retired.find((entry) => entry.code === code);
  return {
    code,
    nearest: nearest(
      code,
      table.errors.map((row) => row.code),
    ),
    ...(retired && { retired: { retired: retired.retired, reason: retired.reason } }),
  };
}
