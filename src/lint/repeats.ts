import type { Finding } from "../report/finding.ts";

/**
 * Findings of the linters, each fault of a place once. A linter compares the members of a union with each other and
 * reports every pair: 520 members are 134,940 findings on one line. Of those in one place that begin with the same
 * sentence, the first one is left and says how many there were.
 */
export function withoutRepeats(findings: readonly Finding[]): Finding[] {
  const counts = new Map<string, number>();
  for (const finding of findings) counts.set(keyOf(finding), (counts.get(keyOf(finding)) ?? 0) + 1);
  const told = new Set<string>();
  return findings.flatMap((finding) => {
    const key = keyOf(finding);
    if (told.has(key)) return [];
    told.add(key);
    const others = (counts.get(key) ?? 1) - 1;
    if (others === 0) return [finding];
    const message = `${finding.message} The same is said ${others} more ${others === 1 ? "time" : "times"} here.`;
    return [{ ...finding, message }];
  });
}

function keyOf({ rule, file, pointer, message }: Finding): string {
  const [sentence] = message.split(/(?<=\.)\s/, 1);
  return JSON.stringify([rule, file, pointer, sentence]);
}
