import type { RuleInfo } from "../report/rule-info.ts";
import { RULE_PAGES, rules } from "../rules/rules.ts";
import { isSpectralRule } from "./same-fault.ts";

/** What the reader of the files and the lint itself report. */
const OWN: Readonly<Record<string, string>> = {
  "config-not-applied": "The configuration of the linters runs no code and asks no network.",
  "linter-failed": "Every linter can cope with the document.",
  "ref-circular": "Every $ref ends at a value.",
  "ref-dangling": "Every $ref points at something.",
  "ref-external": "Every $ref leads to a file of the document.",
  "source-kind": "The document is OpenAPI.",
  "source-syntax": "Every file of the document is valid YAML or JSON.",
  "source-unreadable": "Every file of the document can be read.",
  "suppression-reason": "A comment that allows a finding names the rule and a reason.",
  "suppression-unused": "A comment that allows a finding has one to allow.",
};

/** What is known of a rule, whoever has it. */
export function describeRule(id: string): RuleInfo {
  const own = rules.find((rule) => rule.id === id);
  if (own) return { description: own.description, url: `${RULE_PAGES}/${id}.md` };
  if (Object.hasOwn(OWN, id)) return { description: OWN[id] ?? "", url: `${RULE_PAGES}/README.md` };
  if (isSpectralRule(id)) {
    const url = `https://meta.stoplight.io/docs/spectral/docs/reference/openapi-rules.md#${id.toLowerCase()}`;
    return { description: `${words(id)}.`, owner: "Spectral", url };
  }
  if (/^(contract|source|extension|client)-/.test(id)) return { description: `${words(id)}.` };
  return {
    description: `${words(id)}.`,
    owner: "Redocly",
    url: `https://redocly.com/docs/cli/rules/oas/${id}`,
  };
}

/** The name of a rule is what there is to say of it without loading its linter. */
function words(id: string): string {
  const text = id.replaceAll("-", " ");
  return text.charAt(0).toUpperCase() + text.slice(1);
}
