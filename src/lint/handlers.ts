import type { JobName, Jobs } from "./jobs.ts";
import { bundleWithRedocly, lintWithRedocly, redoclyRules } from "./redocly.ts";
import { lintWithSpectral, spectralRules } from "./spectral.ts";

/** Who does each job. */
export const handlers: { [N in JobName]: (input: Jobs[N]["input"]) => Promise<Jobs[N]["output"]> } = {
  "redocly-rules": redoclyRules,
  "spectral-rules": spectralRules,
  "redocly-bundle": bundleWithRedocly,
  "redocly-lint": lintWithRedocly,
  "spectral-lint": ({ bundle, settings }) => lintWithSpectral(bundle, settings),
};
