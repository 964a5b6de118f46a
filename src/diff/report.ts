import type { SourceLocation } from "../document/index.ts";
import { count, listed } from "../report/words.ts";
import type { JudgedChange } from "./accept.ts";
import { bumpOf } from "./change.ts";
import { BUMPS, type Bump, type Effect } from "./verdicts.ts";

/** All that a comparison found, ready to be printed. */
export interface DiffReport {
  title: string;
  base: { label: string; version: string };
  head: { label: string; version: string };
  changes: readonly JudgedChange[];
  /** What head declares over base: the step of the version, or a pending changeset of that size. */
  declared: Bump;
  /** Why everything but errors was not compared; absent when it was. */
  errorsOnly?: string | undefined;
  /** Parts that differ and that nothing compares, such as `webhooks`. */
  notCompared?: readonly string[];
  /** Line of a location in head, from 1. */
  lineOf: (location: SourceLocation) => number;
}

/** The step that the changes ask for, those apart that are accepted. */
export function requiredBump({ changes }: DiffReport): Bump {
  return bumpOf(changes.filter(({ accepted }) => accepted === undefined));
}

/** Whether a minor or major step is needed and not declared. A patch needs no declaration: it may wait for a release. */
export function isUndeclared(report: DiffReport): boolean {
  const required = requiredBump(report);
  return (required === "major" || required === "minor") && isLarger(required, report.declared);
}

export function isLarger(a: Bump, b: Bump): boolean {
  return BUMPS.indexOf(a) < BUMPS.indexOf(b);
}

/** Whom a change breaks. */
export function broken({ runtime, types }: { runtime: Effect; types: Effect }): string {
  if (runtime === "breaking")
    return types === "breaking" ? "running programs and compiled ones" : "running programs";
  return types === "breaking" ? "compiled programs" : "nobody";
}

/** What a reader has to know of the comparison itself: a line each. */
export function notesOf({ errorsOnly, notCompared = [] }: DiffReport): string[] {
  const unseen = `Not compared, though different: ${listed(notCompared)}. Read what changed there yourself.`;
  return [...(errorsOnly === undefined ? [] : [errorsOnly]), ...(notCompared.length > 0 ? [unseen] : [])];
}

/** One sentence about the whole: how many changes, which step they ask for, and what is declared. */
export function summarySentence(report: DiffReport): string {
  const { changes, base, head, declared } = report;
  if (changes.length === 0) {
    const what = notesOf(report).length > 0 ? "Nothing that was compared" : "Nothing";
    return `${what} changed between ${base.version} and ${head.version}.`;
  }
  const accepted = changes.filter((change) => change.accepted !== undefined).length;
  const number = `${count(changes.length, "change")}${accepted > 0 ? ` (${accepted} accepted)` : ""}`;
  const required = requiredBump(report);
  const verb = changes.length === 1 ? "asks" : "ask";
  const need = required === "none" ? `${verb} for no new version` : `${verb} for a ${required} version`;
  const rest = required === "none" ? "" : `; ${base.version} to ${head.version} declares ${declared}`;
  return `${number} ${need}${rest}.`;
}
