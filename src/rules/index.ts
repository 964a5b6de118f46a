import { openApi3 } from "./model/format.ts";
import { oneFileRule, toSpectral } from "./model/to-spectral.ts";
import { RULE_PAGES, rules } from "./rules.ts";

// biome-ignore lint/suspicious/noTsIgnore: an expected error would be missing wherever Spectral is installed.
/** @ts-ignore: Spectral need not be installed where this package is; without it, this is any. */
type RulesetDefinition = import("@stoplight/spectral-core").RulesetDefinition;

/**
 * The ruleset for Spectral 6. Spectral takes a ruleset from the default export of a module, so this is the one place
 * that has one. It needs nothing but Spectral itself.
 */
const ruleset: RulesetDefinition = {
  description: "One error envelope, registered codes, and responses that say exactly which codes they carry.",
  formats: [openApi3],
  rules: {
    ...Object.fromEntries(rules.map((rule) => [rule.id, toSpectral(rule, `${RULE_PAGES}/${rule.id}.md`)])),
    "error-one-file": oneFileRule(`${RULE_PAGES}/README.md`),
  },
};

export default ruleset;
