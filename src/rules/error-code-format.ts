import { type Node, nameOf } from "../document/node.ts";
import { show } from "./model/json.ts";
import type { Rule, RuleFinding } from "./model/rule.ts";

const FORMAT = /^[a-z][a-z0-9]*(_[a-z0-9]+)*$/;

/** Codes are constants of programs, anchors of pages and names of files: one spelling serves all three. */
export const errorCodeFormat: Rule = {
  id: "error-code-format",
  description: "Codes are lower-case words joined by underscores.",
  check({ registry, definitions, reader }) {
    if (registry === undefined) return [];
    const findings: RuleFinding[] = [];
    const report = (code: unknown, at: Node): void => {
      const message = `The code ${show(code)} of ${nameOf(registry.node)} is not in the form lower_snake_case. Rename it before it is published.`;
      if (typeof code !== "string" || !FORMAT.test(code)) findings.push({ message, at });
    };
    for (const entry of reader.children(reader.get(registry.node, "enum"))) report(entry.value, entry);
    for (const { code, node, constant } of definitions) {
      if (!registry.values.has(code)) report(code, constant("code")?.at ?? node);
    }
    return findings;
  },
};
