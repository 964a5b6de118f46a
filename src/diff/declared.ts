import { parse } from "yaml";
import type { SideFiles } from "./sides/read-side.ts";
import { BUMPS, type Bump, largerBump } from "./verdicts.ts";

/**
 * The step from one version to another by Semantic Versioning (https://semver.org). Before 1.0.0 the second number is
 * the one for breaking changes (rule 4), and so it declares a major step here. No step when the version stays or falls.
 */
export function stepBetween(base: string, head: string): Bump {
  const [before, after] = [numbersOf(base), numbersOf(head)];
  if (before === undefined || after === undefined) return "none";
  const at = after.findIndex((number, index) => number !== before[index]);
  if (at < 0 || (after[at] ?? 0) < (before[at] ?? 0)) return "none";
  const isEarly = after[0] === 0;
  return (
    (isEarly ? (["major", "major", "minor"] as const) : (["major", "minor", "patch"] as const))[at] ?? "none"
  );
}

function numbersOf(version: string): number[] | undefined {
  const found = /^v?(\d+)\.(\d+)\.(\d+)/.exec(version.trim());
  return found?.slice(1).map(Number);
}

/** Negative, zero or positive as `a` is lower than, like or higher than `b`; undefined when one of them is no version. */
export function compareVersions(a: string, b: string): number | undefined {
  const [left, right] = [numbersOf(a), numbersOf(b)];
  if (left === undefined || right === undefined) return undefined;
  const at = left.findIndex((number, index) => number !== right[index]);
  return at < 0 ? 0 : (left[at] ?? 0) - (right[at] ?? 0);
}

/**
 * The largest step that a pending changeset announces (https://github.com/changesets/changesets). They are looked for in
 * `.changeset` beside the document or in a folder above it, as far as `from` goes.
 */
export function pendingStep(files: SideFiles, from: string): Bump {
  for (const folder of foldersAbove(from)) {
    const changesets = `${folder}.changeset`;
    const names = files.list(changesets);
    if (names.length === 0) continue;
    const texts = names
      .filter((name) => name.endsWith(".md") && name !== "README.md")
      .map((name) => files.read(`${changesets}/${name}`));
    return texts.map(stepOf).reduce(largerBump, "none");
  }
  return "none";
}

/** Each ending in a slash, the innermost first. The working directory is above what is written relative to it, and no other. */
function foldersAbove(path: string): string[] {
  const ends = [...path.matchAll(/\//g)].map(({ index }) => index + 1);
  const outermost = /^(\/|\.\.\/)/.test(path) ? [] : [0];
  return [...outermost, ...ends].reverse().map((end) => path.slice(0, end));
}

/** The front matter of a changeset maps packages to steps. */
function stepOf(changeset: string): Bump {
  const [, front = ""] = /^---\r?\n(.*?)\r?\n---/s.exec(changeset) ?? [];
  const steps: unknown = front === "" ? {} : parse(front);
  const values = typeof steps === "object" && steps !== null ? Object.values(steps) : [];
  return values.flatMap((value) => BUMPS.filter((bump) => bump === value)).reduce<Bump>(largerBump, "none");
}
