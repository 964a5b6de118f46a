import { parse } from "yaml";
import type { ReadText } from "../document/index.ts";
import type { Finding } from "../report/finding.ts";

/** What Redocly is told: its own words for it (https://redocly.com/docs/cli/configuration/reference/extends). */
export interface RedoclySettings {
  extends: string[];
  rules: Record<string, unknown>;
}

/** What Spectral is told of its ruleset `oas`. */
export interface SpectralSettings {
  preset: "recommended" | "all" | "off";
  rules: Record<string, "error" | "warn" | "info" | "hint" | "off" | boolean>;
}

/** What a finding of a rule is to be. */
export const LEVELS_OF_RULES = ["off", "warning", "error"] as const;
export type RuleLevel = (typeof LEVELS_OF_RULES)[number];

/** How a document is linted. */
export interface Configuration {
  redocly: RedoclySettings;
  spectral: SpectralSettings;
  /** Levels of rules, whoever has them; over everything else. */
  levels: Readonly<Record<string, RuleLevel>>;
}

/** What the linters are told in a project that says nothing itself. */
export const defaults: Configuration = {
  redocly: { extends: ["recommended-strict"], rules: {} },
  spectral: { preset: "recommended", rules: {} },
  levels: {},
};

/** A configuration, and what of it could not be applied. */
export interface ReadConfiguration {
  configuration: Configuration;
  findings: Finding[];
}

/** The file of a project in which it sets levels for rules of all linters: `rules: {<id>: off | warning | error}`. */
const OWN = "cstar-contract.yaml";

/**
 * Reads the configuration that a project keeps in `folder` (empty, or ending in a slash): for the linters themselves
 * in `redocly.yaml` and `.spectral.yaml`, so that their own commands and editors say what we say, and for all of them
 * in `cstar-contract.yaml`. Presets and levels of
 * rules are applied. What would run code of the project or ask the network (plugins, functions, rulesets elsewhere) is
 * not, and is named in the findings.
 */
export function readConfiguration(folder: string, readText: ReadText): ReadConfiguration {
  const findings: Finding[] = [];
  const load = (name: string): { file: string; data: Record<string, unknown> } | undefined => {
    const file = `${folder}${name}`;
    const text = attempt(() => readText(file));
    if (text === undefined) return undefined;
    const data: unknown = attempt(() => parse(text));
    if (typeof data === "object" && data !== null && !Array.isArray(data)) {
      return { file, data: data as Record<string, unknown> };
    }
    findings.push(note(file, "It is not a YAML object, so it is ignored. Correct it."));
    return undefined;
  };
  const redocly = load("redocly.yaml");
  const spectral = load(".spectral.yaml") ?? load(".spectral.yml") ?? load(".spectral.json");
  const own = load(OWN);
  const levels = own ? readLevels(own.data, (what) => findings.push(note(own.file, what))) : {};
  return {
    configuration: {
      levels: { ...spectralErrorLevels(spectral?.data), ...levels },
      redocly: redocly
        ? readRedocly(redocly.data, (what) => findings.push(note(redocly.file, what)))
        : defaults.redocly,
      spectral: spectral
        ? readSpectral(spectral.data, (what) => findings.push(note(spectral.file, what)))
        : defaults.spectral,
    },
    findings,
  };
}

type Note = (what: string) => void;

const REDOCLY_PRESETS = ["minimal", "recommended", "recommended-strict", "spec", "all"];

function readRedocly(data: Record<string, unknown>, notApplied: Note): RedoclySettings {
  const names = listOf(data.extends);
  const known = names.filter((name) => REDOCLY_PRESETS.includes(String(name)));
  for (const name of names) {
    if (!known.includes(name))
      notApplied(`\`extends: ${String(name)}\` is not applied: only Redocly's own presets are.`);
  }
  if (data.plugins !== undefined)
    notApplied("`plugins` are code, which is not run here: their rules are not applied.");
  const rules = Object.entries(recordOf(data.rules)).filter(([rule]) => !/^(?!rule\/).+\//.test(rule));
  return { extends: known.map(String), rules: Object.fromEntries(rules) };
}

function readLevels(data: Record<string, unknown>, notApplied: Note): Record<string, RuleLevel> {
  const levels = Object.entries(recordOf(data.rules)).flatMap(([rule, value]) => {
    const level = LEVELS_OF_RULES.find((one) => one === value || (one === "off" && value === false));
    if (level === undefined) {
      notApplied(
        `The level of \`${rule}\` is ${JSON.stringify(value)}: write one of ${LEVELS_OF_RULES.join(", ")}.`,
      );
    }
    return level === undefined ? [] : [[rule, level] as const];
  });
  return Object.fromEntries(levels);
}

/** A project that uses our ruleset in Spectral sets the levels of our rules there. */
function spectralErrorLevels(data: Record<string, unknown> | undefined): Record<string, RuleLevel> {
  const words: Record<string, RuleLevel> = { error: "error", warn: "warning", off: "off", false: "off" };
  const rules = Object.entries(recordOf(data?.rules)).filter(([rule]) => rule.startsWith("error-"));
  return Object.fromEntries(
    rules.flatMap(([rule, value]) => {
      const level = words[String(value)];
      return level === undefined ? [] : [[rule, level] as const];
    }),
  );
}

const LEVELS = ["error", "warn", "info", "hint", "off"] as const;

function readSpectral(data: Record<string, unknown>, notApplied: Note): SpectralSettings {
  let preset: SpectralSettings["preset"] = "off";
  for (const entry of listOf(data.extends)) {
    const [name, level = "recommended"] = Array.isArray(entry) ? entry : [entry];
    if (String(name).endsWith("/api-contract/spectral")) continue; // our own rules run anyway
    if (name !== "spectral:oas")
      notApplied(`\`extends: ${String(name)}\` is not applied: only spectral:oas is.`);
    else preset = level === "all" || level === "off" ? level : "recommended";
  }
  const rules: SpectralSettings["rules"] = {};
  for (const [rule, value] of Object.entries(recordOf(data.rules))) {
    const level = typeof value === "boolean" ? value : levelOf(value);
    if (level === undefined)
      notApplied(`The rule \`${rule}\` is not applied: of rules, only levels are read here.`);
    else rules[rule] = level;
  }
  return { preset, rules };
}

function levelOf(value: unknown): (typeof LEVELS)[number] | undefined {
  return typeof value === "number" ? LEVELS[value] : LEVELS.find((level) => level === value);
}

function listOf(value: unknown): unknown[] {
  return value === undefined ? [] : Array.isArray(value) ? value : [value];
}

function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

function note(file: string, message: string): Finding {
  return { rule: "config-not-applied", severity: "info", file, line: 1, column: 1, pointer: "", message };
}

function attempt<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}
