import { memberOf } from "../document/node.ts";
import { listed } from "../report/words.ts";
import { EXTENSION } from "./model/conventions.ts";
import { isText, show } from "./model/json.ts";
import { nearDuplicateKey } from "./model/near-duplicates.ts";
import { placeOfCode } from "./model/place-of-code.ts";
import type { Rule, RuleFinding } from "./model/rule.ts";

/** A program out there still takes a retired code for what it once meant. */
export const errorRetiredNotReused: Rule = {
  id: "error-retired-not-reused",
  description: "No retired code, nor one that differs from it by case or separators alone, is in use again.",
  needs: "registry",
  check({ retired, registry, definitions }) {
    if (registry === undefined) return [];
    const findings: RuleFinding[] = [];
    const known = new Map<string, string>();
    for (const entry of retired) {
      const code = memberOf(entry.value, "code");
      const wanting = ["code", "retired", "reason"].filter((key) => !isText(memberOf(entry.value, key)));
      if (wanting.length > 0) {
        const message = `This entry of \`${EXTENSION.retired}\` lacks ${listed(wanting)}. Say what was retired, when and why.`;
        findings.push({ message, at: entry });
      }
      if (!isText(code)) continue;
      if (known.has(nearDuplicateKey(code))) {
        findings.push({ message: `The code ${show(code)} is retired twice. Remove one entry.`, at: entry });
      }
      known.set(nearDuplicateKey(code), code);
    }
    for (const { value, at } of registry.entries) {
      const old = known.get(nearDuplicateKey(value));
      if (old !== undefined) findings.push({ message: reused(value, old), at });
    }
    for (const definition of definitions) {
      const { code } = definition;
      const old = known.get(nearDuplicateKey(code));
      if (old === undefined || registry.values.has(code)) continue;
      findings.push({ message: reused(code, old), at: placeOfCode(definition) });
    }
    return findings;
  },
};

function reused(code: string, old: string): string {
  const what =
    code === old
      ? `The code ${code} is retired`
      : `The code ${code} is too close to ${old}, which is retired`;
  return `${what}: programs in use still know it by its old meaning. Choose another word.`;
}
