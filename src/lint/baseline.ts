import type { Finding } from "../report/finding.ts";

/** A finding that a project knows and lives with: its rule and place. Lines move, so they do not count. */
type Known = Pick<Finding, "rule" | "file" | "pointer">;

/** Findings beside those of a baseline. */
export interface Compared {
  /** What the baseline does not have. */
  fresh: Finding[];
  /** How many findings it has. */
  known: number;
  /** What it has and nobody finds any more. */
  gone: Known[];
}

/**
 * Reads a baseline: an array of findings, as `--format json` prints them.
 * @throws Error when it is something else.
 */
export function parseBaseline(text: string): Known[] {
  const data: unknown = JSON.parse(text);
  if (!Array.isArray(data) || !data.every(isKnown)) {
    throw new Error("it is no array of findings, as --format json prints them");
  }
  return data;
}

function isKnown(value: unknown): value is Known {
  const isText = (key: string) => typeof (value as Record<string, unknown>)[key] === "string";
  return typeof value === "object" && value !== null && ["rule", "file", "pointer"].every(isText);
}

/**
 * Tells new findings from known ones. Of several findings of a rule in one place, as many are known as were counted.
 * @param toPortable names the file of a finding as a baseline does.
 */
export function compareToBaseline(
  findings: readonly Finding[],
  baseline: readonly Known[],
  toPortable: (finding: Finding) => Finding = (finding) => finding,
): Compared {
  const key = ({ rule, file, pointer }: Known) => JSON.stringify([rule, file, pointer]);
  const left = new Map<string, Known[]>();
  for (const known of baseline) {
    const alike = left.get(key(known));
    if (alike) alike.push(known);
    else left.set(key(known), [known]);
  }
  const fresh = findings.filter((finding) => left.get(key(toPortable(finding)))?.pop() === undefined);
  return { fresh, known: findings.length - fresh.length, gone: [...left.values()].flat() };
}
