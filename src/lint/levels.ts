import type { Finding } from "../report/finding.ts";
import type { Configuration } from "./configuration.ts";

/** What a finding of a rule is to be. */
export const LEVELS_OF_RULES = ["off", "warning", "error"] as const;
export type RuleLevel = (typeof LEVELS_OF_RULES)[number];

type Levels = Readonly<Record<string, RuleLevel>>;

const LINTER_WORDS = { off: "off", warning: "warn", error: "error" } as const;

/** A configuration with the levels told to the linters too: a rule that their presets leave out is then run. */
export function withLevels(configuration: Configuration, more: Levels): Configuration {
  const levels = { ...configuration.levels, ...more };
  const words = Object.fromEntries(
    Object.entries(levels).map(([rule, level]) => [rule, LINTER_WORDS[level]] as const),
  );
  const { redocly, spectral } = configuration;
  return {
    levels,
    redocly: { ...redocly, rules: { ...redocly.rules, ...words } },
    spectral: { ...spectral, rules: { ...spectral.rules, ...words } },
  };
}

/** Findings with the levels that their rules are given; those of a rule that is off are gone. */
export function applyLevels(findings: readonly Finding[], levels: Levels): Finding[] {
  return findings.flatMap((finding) => {
    const level = Object.hasOwn(levels, finding.rule) ? levels[finding.rule] : undefined;
    if (level === undefined) return [finding];
    return level === "off" ? [] : [{ ...finding, severity: level }];
  });
}
