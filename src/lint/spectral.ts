import type { RulesetDefinition } from "@stoplight/spectral-core";
import { type Tree, toPointer, traceOrigins } from "../document/index.ts";
import type { Finding, Severity } from "../report/finding.ts";
import type { SpectralSettings } from "./configuration.ts";
import { loadPeer } from "./peer.ts";
import type { Bundle } from "./redocly.ts";

const SEVERITIES: readonly Severity[] = ["error", "warning", "info", "info"]; // Spectral's 0 to 3

/** What Spectral's `oas` says of the bundle, each finding on the hand-written line that it comes from. */
export async function lintWithSpectral(
  bundle: Bundle,
  tree: Tree,
  { preset, rules }: SpectralSettings,
): Promise<Finding[]> {
  const packages = ["@stoplight/spectral-core", "@stoplight/spectral-rulesets"];
  const [{ Spectral }, { oas }] = await loadPeer(packages, () =>
    Promise.all([import("@stoplight/spectral-core"), import("@stoplight/spectral-rulesets")]),
  );
  const spectral = new Spectral();
  const known = (oas as { rules: object }).rules;
  const own = Object.fromEntries(Object.entries(rules).filter(([rule]) => Object.hasOwn(known, rule)));
  spectral.setRuleset({ extends: [[oas as RulesetDefinition, preset]], rules: own });
  const results = await spectral.run(bundle);
  const originOf = traceOrigins(bundle, tree);
  return results.map(({ code, message, path, severity }) => {
    const location = originOf(toPointer(path));
    const level = SEVERITIES[severity] ?? "error";
    return { rule: String(code), severity: level, ...location, ...tree.locate(location), message };
  });
}
