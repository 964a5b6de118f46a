import type { CodeDefinition } from "./model/codes.ts";
import { show } from "./model/json.ts";
import { nearDuplicateKey } from "./model/near-duplicates.ts";
import { placeOfCode } from "./model/place-of-code.ts";
import type { Rule, RuleFinding } from "./model/rule.ts";
import type { Word } from "./model/words.ts";

/** One code is one word, listed and described once. */
export const errorCodeUnique: Rule = {
  id: "error-code-unique",
  description: "No code is listed or described twice, nor differs from another by case or separators alone.",
  needs: "convention",
  check({ registry, definitions, words }) {
    const findings: RuleFinding[] = words ? alike(words.all) : [];
    const listed = new Map<string, string>();
    for (const { value, at } of registry?.entries ?? []) {
      const other = listed.get(nearDuplicateKey(value));
      if (other === undefined) listed.set(nearDuplicateKey(value), value);
      else if (other === value)
        findings.push({ message: `The code ${value} is listed twice. Remove one.`, at });
      else findings.push({ message: nearDuplicates(value, other), at });
    }
    const described = new Map<string, CodeDefinition>();
    for (const definition of definitions.filter(({ shared }) => shared)) {
      const { code } = definition;
      const other = described.get(nearDuplicateKey(code));
      if (other === undefined) described.set(nearDuplicateKey(code), definition);
      else if (other.code === code) {
        const message = `The code ${code} is described twice, here and in the schema ${other.name}. Keep one of the two.`;
        findings.push({ message, at: placeOfCode(definition) });
      } else if (!registry?.values.has(code)) {
        findings.push({ message: nearDuplicates(code, other.code), at: placeOfCode(definition) });
      }
    }
    return findings;
  },
};

/** Words of a document that keeps no registry: any may be listed often, but in one spelling. */
function alike(words: readonly Word[]): RuleFinding[] {
  const known = new Map<string, string>();
  return words.flatMap(({ value, at }) => {
    const other = known.get(nearDuplicateKey(value)) ?? value;
    known.set(nearDuplicateKey(value), other);
    return other === value ? [] : [{ message: nearDuplicates(value, other), at }];
  });
}

function nearDuplicates(code: string, other: string): string {
  return `The codes ${show(code)} and ${show(other)} differ by case or separators alone. Keep one of the two.`;
}
