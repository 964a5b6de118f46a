import { parentPort } from "node:worker_threads";
import type { JobMessage, JobName, JobReply, Jobs } from "./jobs.ts";
import { MissingPeerError } from "./peer.ts";
import { bundleWithRedocly, lintWithRedocly, redoclyRules } from "./redocly.ts";
import { lintWithSpectral, spectralRules } from "./spectral.ts";

// The linters run in workers: a rule of theirs that never comes to an end can be stopped, and both run at once.

const handlers: { [N in JobName]: (input: Jobs[N]["input"]) => Promise<Jobs[N]["output"]> } = {
  "redocly-rules": redoclyRules,
  "spectral-rules": spectralRules,
  "redocly-bundle": bundleWithRedocly,
  "redocly-lint": lintWithRedocly,
  "spectral-lint": ({ bundle, settings }) => lintWithSpectral(bundle, settings),
};

parentPort?.on("message", async ({ id, job, input }: JobMessage) => {
  const reply = await (handlers[job] as (input: unknown) => Promise<unknown>)(input).then(
    (output): JobReply => ({ id, output }),
    (error: unknown): JobReply => ({
      id,
      error: error instanceof Error ? error.message : String(error),
      missing: error instanceof MissingPeerError,
    }),
  );
  parentPort?.postMessage(reply);
});
