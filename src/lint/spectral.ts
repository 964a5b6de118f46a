import type { RulesetDefinition } from "@stoplight/spectral-core";
import { type Tree, toPointer, traceOrigins } from "../document/index.ts";
import type { Finding, Severity } from "../report/finding.ts";
import { loadPeer } from "./peer.ts";
import type { Bundle } from "./redocly.ts";

/**
 * Rules of Spectral's `oas` that are switched off here. The first group says what a rule of Redocly's
 * `recommended-strict` says too (its name at the right): each finding is to appear once. The second is slow, and
 * Redocly's example rules cover it.
 */
const SWITCHED_OFF = {
  "duplicated-entry-in-enum": "no-duplicated-enum-values",
  "no-eval-in-markdown": "no-unsafe-markdown",
  "no-script-tags-in-markdown": "no-unsafe-markdown",
  "oas3-api-servers": "no-empty-servers",
  "oas3-examples-value-or-externalValue": "no-example-value-and-externalValue",
  "oas3-operation-security-defined": "security-defined",
  "oas3-schema": "struct",
  "oas3-server-trailing-slash": "no-server-trailing-slash",
  "oas3-server-variables": "no-undefined-server-variable",
  "oas3-unused-component": "no-unused-components",
  "openapi-tags-uniqueness": "no-duplicated-tag-names",
  "operation-operationId": "operation-operationId",
  "operation-operationId-unique": "operation-operationId-unique",
  "operation-operationId-valid-in-url": "operation-operationId-url-safe",
  "operation-parameters": "operation-parameters-unique",
  "operation-success-response": "operation-2xx-response",
  "path-declarations-must-exist": "path-declaration-must-exist",
  "path-keys-no-trailing-slash": "no-path-trailing-slash",
  "path-not-include-query": "path-not-include-query",
  "path-params": "path-parameters-defined",
  "typed-enum": "no-enum-type-mismatch",

  "oas3-valid-media-example": "no-invalid-media-type-examples",
  "oas3-valid-schema-example": "no-invalid-schema-examples",
} as const satisfies Record<string, string>;

const SEVERITIES: readonly Severity[] = ["error", "warning", "info", "info"]; // Spectral's 0 to 3

/** Spectral's `oas` and the error rules on the bundle, each finding on the hand-written line that it comes from. */
export async function lintWithSpectral(bundle: Bundle, tree: Tree): Promise<Finding[]> {
  const packages = ["@stoplight/spectral-core", "@stoplight/spectral-rulesets"];
  const [{ Spectral }, { oas }, { default: errorRules }] = await loadPeer(packages, () =>
    Promise.all([
      import("@stoplight/spectral-core"),
      import("@stoplight/spectral-rulesets"),
      import("../rules/index.ts"),
    ]),
  );
  const spectral = new Spectral();
  const off = Object.fromEntries(Object.keys(SWITCHED_OFF).map((rule) => [rule, "off" as const]));
  spectral.setRuleset({ extends: [oas as RulesetDefinition, errorRules], rules: off });
  const results = await spectral.run(bundle);
  const originOf = traceOrigins(bundle, tree);
  return results.map(({ code, message, path, severity }) => {
    const location = originOf(toPointer(path));
    const level = SEVERITIES[severity] ?? "error";
    return { rule: String(code), severity: level, ...location, ...tree.locate(location), message };
  });
}
