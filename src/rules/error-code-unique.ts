import { show } from "./model/json.ts";
import type { Rule, RuleFinding } from "./model/rule.ts";
import { nameOf } from "./model/tree.ts";
import { twinKey } from "./model/twins.ts";

/** One code is one word, listed and described once. */
export const errorCodeUnique: Rule = {
  id: "error-code-unique",
  description: "No code is listed or described twice, nor has a twin that differs by case or underscore.",
  check({ registry, definitions }) {
    const findings: RuleFinding[] = [];
    const listed = new Map<string, string>();
    for (const { value, at } of registry?.entries ?? []) {
      const twin = listed.get(twinKey(value));
      if (twin === undefined) listed.set(twinKey(value), value);
      else if (twin === value)
        findings.push({ message: `The code ${value} is listed twice. Remove one.`, at });
      else findings.push({ message: twins(value, twin), at });
    }
    const described = new Map<string, { code: string; name: string }>();
    for (const { code, node, shared, constant } of definitions) {
      if (!shared) continue;
      const twin = described.get(twinKey(code));
      if (twin === undefined) described.set(twinKey(code), { code, name: nameOf(node) });
      else if (twin.code === code) {
        const message = `The code ${code} is described twice, here and in ${twin.name}. Keep one of the two.`;
        findings.push({ message, at: constant("code")?.at ?? node });
      } else if (!registry?.values.has(code)) {
        findings.push({ message: twins(code, twin.code), at: constant("code")?.at ?? node });
      }
    }
    return findings;
  },
};

function twins(code: string, twin: string): string {
  return `The codes ${show(code)} and ${show(twin)} differ by case or separators alone. Keep one of the two.`;
}
