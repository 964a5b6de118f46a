import { resolve } from "node:path";
import type { ReadText } from "../document/index.ts";
import type { Finding } from "../report/finding.ts";
import { nearest } from "../report/nearest.ts";
import { type ConfigFile, type ConfigNotes, membersOf, readConfigFile } from "./config-file.ts";
import { LEVELS_OF_RULES, type Levels, type RuleLevel } from "./levels.ts";
import { type RedoclySettings, readRedocly } from "./redocly-settings.ts";
import type { NamedRule } from "./rule-names.ts";
import { readSpectral, type SpectralSettings } from "./spectral-settings.ts";

/** How a document is linted. */
export interface Configuration {
  redocly: RedoclySettings;
  spectral: SpectralSettings;
  /** Levels of rules, whoever has them; over everything else. */
  levels: Levels;
}

/** What the linters are told in a project that says nothing itself. */
export const defaults: Configuration = {
  redocly: { extends: ["recommended-strict"], rules: {} },
  spectral: { preset: "recommended", rules: {} },
  levels: {},
};

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

/** A configuration, what of it was not applied, and what is wrong with it. */
export interface ReadConfiguration {
  configuration: Configuration;
  findings: Finding[];
  mistakes: string[];
  /** The rules that it names, which the linters have or have not. */
  named: NamedRule[];
}

/** A configuration that cannot be applied as it is written: each line of the message says what is wrong where. */
export class ConfigurationError extends Error {
  override readonly name = "ConfigurationError";
}

/** The file of a project in which it sets levels for rules of all linters: `rules: {<id>: off | warning | error}`. */
const OWN = "cstar-contract.yaml";

/**
 * Reads the configuration that a project keeps in `folder` (empty, or ending in a slash): for the linters themselves
 * in `redocly.yaml` and `.spectral.yaml`, so that their own commands and editors say what we say, and for all of them
 * in `cstar-contract.yaml`. Presets and levels of rules are applied. What would run code of the project or ask the
 * network (plugins, functions, rulesets elsewhere) is not, and is named in the findings.
 * @param entry the document that is linted, for which a `redocly.yaml` may have settings of its own.
 */
export function readConfiguration(folder: string, entry: string, readText: ReadText): ReadConfiguration {
  const notes: ConfigNotes = { findings: [], mistakes: [] };
  const load = (name: string): ConfigFile | undefined => readConfigFile(`${folder}${name}`, readText, notes);
  const forRedocly = load("redocly.yaml");
  const forSpectral = load(".spectral.yaml") ?? load(".spectral.yml") ?? load(".spectral.json");
  const ours = load(OWN);
  const isEntry = (root: string): boolean => resolve(folder, root) === resolve(entry);
  const redocly = forRedocly && readRedocly(forRedocly, isEntry);
  const spectral = forSpectral && readSpectral(forSpectral);
  const own = ours && readOwn(ours);
  return {
    configuration: {
      levels: { ...redocly?.levels, ...spectral?.levels, ...own?.levels },
      redocly: redocly?.settings ?? defaults.redocly,
      spectral: spectral?.settings ?? defaults.spectral,
    },
    named: [redocly, spectral, own].flatMap((read) => read?.named ?? []),
    ...notes,
  };
}

function readOwn(config: ConfigFile): { levels: Record<string, RuleLevel>; named: NamedRule[] } {
  for (const key of Object.keys(config.data).filter((name) => name !== "rules")) {
    const [meant] = nearest(key, ["rules"]);
    const advice = meant === undefined ? "Only `rules` is." : "Did you mean `rules`?";
    config.wrong([key], `\`${key}\` is no setting. ${advice}`);
  }
  const levels: Record<string, RuleLevel> = {};
  const named: NamedRule[] = [];
  for (const [rule, value] of membersOf(config, ["rules"])) {
    const keys = ["rules", rule];
    const level = LEVELS_OF_RULES.find((one) => one === value || (one === "off" && value === false));
    if (level === undefined) {
      const message = `The level of \`${rule}\` is ${JSON.stringify(value)}: write one of ${LEVELS_OF_RULES.join(", ")}.`;
      config.wrong(keys, message);
    } else levels[rule] = level;
    named.push({ rule, place: config.placeOf(keys), owners: ["ours", "redocly", "spectral"] });
  }
  return { levels, named };
}
