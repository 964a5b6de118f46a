import { parse } from "yaml";
import { DiffInputError } from "./input-error.ts";
import type { SideFiles } from "./sides/read-side.ts";
import { BUMPS, type Bump, largerBump } from "./verdicts.ts";

/**
 * The step from one version to another by Semantic Versioning (https://semver.org). Before 1.0.0 the second number is
 * the one for breaking changes (rule 4), and so it declares a major step here. No step when the version stays or falls.
 */
export function stepBetween(base: string, head: string): Bump {
  const step = distance(base, head);
  if (step === undefined || step.by < 0) return "none";
  const steps = step.isEarly
    ? (["major", "major", "minor"] as const)
    : (["major", "minor", "patch"] as const);
  return steps[step.at] ?? "none";
}

/** Negative, zero or positive as `a` is lower than, like or higher than `b`; undefined when one of them is no version. */
export function compareVersions(a: string, b: string): number | undefined {
  return distance(b, a)?.by;
}

/** By how much the first number that differs rises, and which one it is: -1 when none does. */
function distance(from: string, to: string): { at: number; by: number; isEarly: boolean } | undefined {
  const [before, after] = [numbersOf(from), numbersOf(to)];
  if (before.length === 0 || after.length === 0) return undefined;
  const at = after.findIndex((number, index) => number !== before[index]);
  return { at, by: (after[at] ?? 0) - (before[at] ?? 0), isEarly: after[0] === 0 };
}

/** The three numbers of a version; none if it is no version. */
function numbersOf(version: string): number[] {
  const [, ...numbers] = /^\s*v?(\d+)\.(\d+)\.(\d+)/.exec(version) ?? [];
  return numbers.map(Number);
}

/**
 * The largest step that a pending changeset announces (https://github.com/changesets/changesets). They are looked for in
 * `.changeset` beside the document or in a folder above it, as far as `from` goes.
 * @throws DiffInputError for a changeset whose front matter cannot be read.
 */
export function pendingStep(files: SideFiles, from: string): Bump {
  for (const folder of foldersAbove(from)) {
    const changesets = `${folder}.changeset`;
    const names = files.list(changesets);
    if (names.length === 0) continue;
    const steps = names
      .filter((name) => name.endsWith(".md") && name !== "README.md")
      .map((name) => stepOf(`${changesets}/${name}`, files));
    return steps.reduce(largerBump, "none");
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
function stepOf(file: string, files: SideFiles): Bump {
  const [, front = ""] = /^---\r?\n(.*?)\r?\n---/s.exec(files.read(file)) ?? [];
  const steps = Object.values(readFront(file, front) ?? {});
  return BUMPS.find((bump) => steps.includes(bump)) ?? "none"; // the largest is the first
}

function readFront(file: string, front: string): Record<string, unknown> | null {
  try {
    return parse(front, { prettyErrors: false });
  } catch (error) {
    throw new DiffInputError(
      `What stands between the dashes of ${file} cannot be read: ${(error as Error).message}. Map packages to steps there, such as \`"my-package": minor\`.`,
    );
  }
}
