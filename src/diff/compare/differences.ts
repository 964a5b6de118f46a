import { allowsLess } from "../canonical/allows-less.ts";
import { type Schema, same, stableText } from "../canonical/merge.ts";

/** A named part of a message that is there or not, always or sometimes: a field or a header. */
export interface Part {
  required: boolean;
  /** Canonical, without words. */
  schema: Schema;
  /** Title and description. */
  text: string;
}

export type Parts = ReadonlyMap<string, Part>;

/** What can happen to a part. */
export type PartChange = "removed" | "added" | "optional" | "required" | "type-changed" | "narrowed";

export interface PartDifference {
  name: string;
  change: PartChange;
  before: string;
  after: string;
}

export interface TextDifference {
  name: string;
  before: string;
  after: string;
}

/** How the parts of head differ from those of base. What is inside an added or removed part is not reported again. */
export function compareParts(base: Parts, head: Parts): PartDifference[] {
  const differences: PartDifference[] = [];
  const names = [...base.keys(), ...[...head.keys()].filter((name) => !base.has(name))];
  const whole = new Set<string>();
  for (const name of names) {
    if ([...whole].some((outer) => isInside(name, outer))) continue;
    const [before, after] = [base.get(name), head.get(name)];
    const note = (change: PartChange, from = "", to = "") =>
      differences.push({ name, change, before: from, after: to });
    if (!before || !after) {
      note(before ? "removed" : "added");
      whole.add(name);
      continue;
    }
    if (before.required !== after.required) note(after.required ? "required" : "optional");
    if (!same(before.schema, after.schema)) {
      const change = allowsLess(before.schema, after.schema) ? "narrowed" : "type-changed";
      note(change, stableText(before.schema), stableText(after.schema));
    }
  }
  return differences;
}

/** Where the words about parts of both differ. */
export function compareWords(base: Parts, head: Parts): TextDifference[] {
  return [...base].flatMap(([name, { text }]) => {
    const now = head.get(name);
    return now && now.text !== text ? [{ name, before: text, after: now.text }] : [];
  });
}

function isInside(name: string, outer: string): boolean {
  return name.startsWith(`${outer}.`) || name.startsWith(`${outer}[]`);
}
