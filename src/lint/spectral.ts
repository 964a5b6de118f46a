import type { RulesetDefinition } from "@stoplight/spectral-core";
import { memberOf, refOf } from "../document/node.ts";
import { toPointer } from "../document/pointer.ts";
import type { Severity } from "../report/finding.ts";
import { loadPeer } from "./peer.ts";
import type { Bundle } from "./redocly.ts";
import type { SpectralSettings } from "./spectral-settings.ts";

/** What Spectral finds, with a pointer into the bundle. */
export interface SpectralResult {
  rule: string;
  severity: Severity;
  pointer: string;
  message: string;
}

const SEVERITIES: readonly Severity[] = ["error", "warning", "info", "info"]; // Spectral's 0 to 3

const PACKAGES = ["@stoplight/spectral-core", "@stoplight/spectral-rulesets"];
const load = () =>
  loadPeer(PACKAGES, () =>
    Promise.all([import("@stoplight/spectral-core"), import("@stoplight/spectral-rulesets")]),
  );

/** The names of the rules of Spectral's `oas`. */
export async function spectralRules(): Promise<string[]> {
  const [, { oas }] = await load();
  return Object.keys(memberOf(oas, "rules") as object);
}

/** What Spectral's `oas` says of a bundle. */
export async function lintWithSpectral(
  bundle: Bundle,
  { preset, rules }: SpectralSettings,
): Promise<SpectralResult[]> {
  const [{ Spectral }, { oas }] = await load();
  const spectral = new Spectral();
  const known = memberOf(oas, "rules") as object;
  const own = Object.fromEntries(Object.entries(rules).filter(([rule]) => Object.hasOwn(known, rule)));
  spectral.setRuleset({ extends: [[oas as RulesetDefinition, preset]], rules: own });
  const results = await spectral.run(withLocalRefs(bundle) as Bundle);
  return results
    .filter(({ code }) => code !== "invalid-ref") // the reader of the files has told each, on its line
    .map(({ code, message, path, severity }) => ({
      rule: String(code),
      severity: SEVERITIES[severity] ?? "error",
      pointer: toPointer(path),
      message,
    }));
}

/**
 * A copy in which no `$ref` leaves the document: Spectral would open files and ask hosts for them. It stops at a key
 * `__proto__` and reports nothing else, so that is left out; where it is a mistake, Redocly says so.
 */
function withLocalRefs(value: unknown): unknown {
  const copies = new Map<object, unknown>();
  const copy = (current: unknown): unknown => {
    if (typeof current !== "object" || current === null) return current;
    const known = copies.get(current);
    if (known !== undefined) return known;
    if (Array.isArray(current)) {
      const list: unknown[] = [];
      copies.set(current, list);
      for (const item of current) list.push(copy(item));
      return list;
    }
    const isOutside = refOf(current)?.startsWith("#") === false;
    const result: Record<string, unknown> = {};
    copies.set(current, result);
    for (const [key, member] of Object.entries(current)) {
      if (key === "__proto__" || (key === "$ref" && isOutside)) continue;
      result[key] = copy(member);
    }
    return result;
  };
  return copy(value);
}
