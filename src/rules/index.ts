import { openApi3 } from "./model/format.ts";
import { oneFileRule, toSpectral } from "./model/to-spectral.ts";
import { rules } from "./rules.ts";

// biome-ignore lint/suspicious/noTsIgnore: an expected error would be missing wherever Spectral is installed.
/** @ts-ignore: Spectral need not be installed where this package is; without it, this is any. */
type RulesetDefinition = import("@stoplight/spectral-core").RulesetDefinition;

const PAGES = "https://github.com/cstar-help/api-contract/blob/main/docs/rules";

/**
 * The ruleset for Spectral 6. Spectral takes a ruleset from the default export of a module, so this is the one place
 * that has one. It needs nothing but Spectral itself.
 */
const ruleset: RulesetDefinition = {
  description: "One error envelope, registered codes, and responses that say exactly which codes they carry.",
  formats: [openApi3],
  rules: {
    ...Object.fromEntries(rules.map((rule) => [rule.id, toSpectral(rule, `${PAGES}/${rule.id}.md`)])),
    "error-one-file": oneFileRule(`${PAGES}/README.md`),
  },
};

export default ruleset;
