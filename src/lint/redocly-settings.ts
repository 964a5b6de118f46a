import { nearest } from "../report/nearest.ts";
import { type ConfigFile, isRecord, listOf, membersOf } from "./config-file.ts";
import type { RuleLevel } from "./levels.ts";
import { type NamedRule, OWN_RULES } from "./rule-names.ts";

/** What Redocly is told: its own words for it (https://redocly.com/docs/cli/configuration/reference/extends). */
export interface RedoclySettings {
  extends: string[];
  rules: Record<string, unknown>;
}

const PRESETS = ["minimal", "recommended", "recommended-strict", "spec", "all"];
const LEVELS = { error: "error", warn: "warning", off: "off" } as const satisfies Record<string, RuleLevel>;

/** What a `redocly.yaml` says about an entry of the project. */
export interface ReadRedocly {
  settings: RedoclySettings;
  /** Levels of rules that are not Redocly's. */
  levels: Record<string, RuleLevel>;
  named: NamedRule[];
}

/** Reads presets and rules, those of the API whose `root` is the entry over those of all. */
export function readRedocly(config: ConfigFile, isEntry: (root: string) => boolean): ReadRedocly {
  const read: ReadRedocly = { settings: { extends: [], rules: {} }, levels: {}, named: [] };
  readPart(config, [], read);
  for (const [name, api] of membersOf(config, ["apis"])) {
    const root = isRecord(api) ? api.root : undefined;
    if (typeof root === "string" && isEntry(root)) readPart(config, ["apis", name], read);
  }
  return read;
}

function readPart(config: ConfigFile, keys: readonly string[], read: ReadRedocly): void {
  const { notApplied } = config;
  const part = keys.reduce<unknown>((value, key) => (isRecord(value) ? value[key] : undefined), config.data);
  const own = isRecord(part) ? part : {};
  for (const preset of listOf(own.extends)) {
    if (isPreset(config, [...keys, "extends"], preset)) read.settings.extends.push(preset);
  }
  if (own.plugins !== undefined) {
    notApplied(
      [...keys, "plugins"],
      "`plugins` are code, which is not run here: their rules are not applied.",
    );
  }
  for (const key of Object.keys(own).filter((name) => /^oas\d(_\d)?Rules$/.test(name))) {
    notApplied([...keys, key], `\`${key}\` is not applied: write its rules under \`rules\`.`);
  }
  for (const [rule, value] of membersOf(config, [...keys, "rules"])) {
    const place = [...keys, "rules", rule];
    if (/^(?!rule\/).+\//.test(rule)) continue; // of a plugin
    const level = levelOf(config, place, value);
    if (OWN_RULES.includes(rule)) {
      if (level !== undefined) read.levels[rule] = LEVELS[level];
      continue;
    }
    read.settings.rules[rule] = value;
    if (!rule.startsWith("rule/")) {
      read.named.push({ rule, place: config.placeOf(place), owners: ["redocly", "ours"] });
    }
  }
}

function isPreset(config: ConfigFile, keys: readonly string[], preset: unknown): preset is string {
  const name = String(preset);
  if (PRESETS.includes(name)) return true;
  const [meant] = /[./]/.test(name) ? [] : nearest(name, PRESETS);
  if (meant !== undefined)
    config.wrong(keys, `There is no preset \`${name}\` of Redocly. Did you mean \`${meant}\`?`);
  else config.notApplied(keys, `\`extends: ${name}\` is not applied: only Redocly's own presets are.`);
  return false;
}

/** The level of a rule: a word, or the `severity` among its options. */
function levelOf(
  config: ConfigFile,
  keys: readonly string[],
  value: unknown,
): keyof typeof LEVELS | undefined {
  const word = isRecord(value) ? value.severity : value;
  const words = Object.keys(LEVELS) as (keyof typeof LEVELS)[];
  const level = words.find((one) => one === word);
  if (level === undefined && !(isRecord(value) && word === undefined)) {
    config.wrong(
      keys,
      `The level of \`${keys.at(-1)}\` is ${JSON.stringify(word)}: write one of ${words.join(", ")}.`,
    );
  }
  return level;
}
