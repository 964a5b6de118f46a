import { parentPort } from "node:worker_threads";
import { handlers } from "./handlers.ts";
import type { JobMessage, JobReply } from "./jobs.ts";
import { MissingPeerError } from "./peer.ts";

// The linters run in workers: a rule of theirs that never comes to an end can be stopped, and both run at once.

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
