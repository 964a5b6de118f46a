import { nearest } from "../report/nearest.ts";
import { type ConfigFile, listOf, membersOf } from "./config-file.ts";
import type { RuleLevel } from "./levels.ts";
import { type NamedRule, OWN_RULES } from "./rule-names.ts";

/** What Spectral is told of its ruleset `oas`. */
export interface SpectralSettings {
  preset: "recommended" | "all" | "off";
  rules: Record<string, SpectralLevel>;
}

type SpectralLevel = (typeof WORDS)[number] | boolean;

const WORDS = ["error", "warn", "info", "hint", "off"] as const;

/** Severities as numbers (https://docs.stoplight.io/docs/spectral/01baf06bdd05a-create-a-ruleset#severity). */
const NUMBERS = new Map<unknown, SpectralLevel>([
  [-1, "off"],
  ...WORDS.slice(0, 4).map((word, number) => [number, word] as const),
]);

/** Levels of our rules; the notes of Spectral have no counterpart. */
const OURS = new Map<SpectralLevel, RuleLevel>([
  ["error", "error"],
  ["warn", "warning"],
  ["off", "off"],
  [false, "off"],
]);

/** What a `.spectral.yaml` says. */
export interface ReadSpectral {
  settings: SpectralSettings;
  /** Levels of our rules, which a project sets there that uses our ruleset in Spectral. */
  levels: Record<string, RuleLevel>;
  named: NamedRule[];
}

/** Reads the preset and the levels of rules. What runs code or asks the network is not applied. */
export function readSpectral(config: ConfigFile): ReadSpectral {
  const { preset, isComplete } = readExtends(config);
  const read: ReadSpectral = { settings: { preset, rules: {} }, levels: {}, named: [] };
  for (const [rule, value] of membersOf(config, ["rules"])) {
    const level = levelOf(config, ["rules", rule], value);
    if (level === undefined) continue;
    const ours = OWN_RULES.includes(rule) ? OURS.get(level) : undefined;
    if (ours !== undefined) read.levels[rule] = ours;
    read.settings.rules[rule] = level;
    // A ruleset that is not applied may have a rule of any name.
    const place = config.placeOf(["rules", rule]);
    if (isComplete) read.named.push({ rule, place, owners: ["spectral", "ours"] });
  }
  return read;
}

/** The preset of `oas`, and whether every ruleset that is extended is known here. */
function readExtends(config: ConfigFile): { preset: SpectralSettings["preset"]; isComplete: boolean } {
  const result = { preset: "off" as SpectralSettings["preset"], isComplete: true };
  for (const entry of listOf(config.data.extends)) {
    const [first, level = "recommended"] = Array.isArray(entry) ? entry : [entry];
    const name = String(first);
    if (name.endsWith("/api-contract/spectral")) continue; // our own rules run anyway
    if (name === "spectral:oas") {
      result.preset = presetOf(config, level);
      continue;
    }
    result.isComplete = false;
    const isMisspelt = name.startsWith("spectral:") && !OTHER_FORMATS.includes(name);
    const [meant] = isMisspelt ? nearest(name, ["spectral:oas", ...OTHER_FORMATS]) : [];
    if (meant !== undefined)
      config.wrong(["extends"], `There is no ruleset \`${name}\`. Did you mean \`${meant}\`?`);
    else config.notApplied(["extends"], `\`extends: ${name}\` is not applied: only spectral:oas is.`);
  }
  return result;
}

function levelOf(config: ConfigFile, keys: readonly string[], value: unknown): SpectralLevel | undefined {
  const rule = keys.at(-1);
  if (typeof value === "object" && value !== null) {
    config.notApplied(keys, `The rule \`${rule}\` is not applied: of rules, only levels are read here.`);
    return undefined;
  }
  const level =
    typeof value === "boolean" ? value : (NUMBERS.get(value) ?? WORDS.find((word) => word === value));
  if (level === undefined) {
    const message = `The level of \`${rule}\` is ${JSON.stringify(value)}: write one of ${WORDS.join(", ")}.`;
    config.wrong(keys, message);
  }
  return level;
}

const OTHER_FORMATS = ["spectral:asyncapi", "spectral:arazzo"];
const PRESETS = ["recommended", "all", "off"] as const;

function presetOf(config: ConfigFile, level: unknown): SpectralSettings["preset"] {
  const preset = PRESETS.find((one) => one === level);
  if (preset === undefined) {
    const message = `\`spectral:oas\` has no rules called ${JSON.stringify(level)}: write one of ${PRESETS.join(", ")}.`;
    config.wrong(["extends"], message);
  }
  return preset ?? "recommended";
}
