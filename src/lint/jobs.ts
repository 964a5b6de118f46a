import type { Bundle, BundleResult, RedoclyInput, RedoclyProblem } from "./redocly.ts";
import type { SpectralResult } from "./spectral.ts";
import type { SpectralSettings } from "./spectral-settings.ts";

/** What the linters can be asked, by name: plain data in, plain data out, so that they may run in a worker. */
export interface Jobs {
  "redocly-rules": { input: undefined; output: string[] };
  "spectral-rules": { input: undefined; output: string[] };
  "redocly-bundle": { input: RedoclyInput; output: BundleResult };
  "redocly-lint": { input: RedoclyInput; output: RedoclyProblem[] };
  "spectral-lint": { input: { bundle: Bundle; settings: SpectralSettings }; output: SpectralResult[] };
}

export type JobName = keyof Jobs;

/** One question to a worker. */
export interface JobMessage<N extends JobName = JobName> {
  id: number;
  job: N;
  input: Jobs[N]["input"];
}

/** Its answer. */
export type JobReply =
  | { id: number; output: unknown }
  /** `missing` is set when an optional package is not installed. */
  | { id: number; error: string; missing: boolean };
