import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import type { JobName, JobReply, Jobs } from "./jobs.ts";
import { MissingPeerError } from "./peer.ts";

/** A linter has not come to an end in time. */
export class TimeLimitError extends Error {
  constructor(linter: string) {
    super(`${linter} did not come to an end in time.`);
  }
}

/** A linter could not cope with a document; the message is its own. */
export class LinterError extends Error {}

interface Pending {
  resolve(output: unknown): void;
  reject(error: Error): void;
}

interface Linter {
  worker: Worker;
  pending: Map<number, Pending>;
}

// Loading a linter takes longer than most documents, so a worker stays for the next document of the same process.
const linters = new Map<string, Linter>();
let lastId = 0;

/** Asks a linter; both ways of doing so have this form. */
export type AskLinter = typeof askLinter;

/**
 * Asks a linter in this thread, which spares the time for starting two others; nothing can stop it in the middle of a
 * rule, so it is for documents that their own project lints.
 * @throws MissingPeerError, LinterError, or TimeLimitError when the time was over before it began.
 */
export const askLinterHere: AskLinter = async (job, input, signal) => {
  if (signal?.aborted) throw new TimeLimitError(linterOf(job));
  const { handlers } = await import("./handlers.ts");
  try {
    return await handlers[job](input);
  } catch (error) {
    if (error instanceof MissingPeerError) throw error;
    throw new LinterError(error instanceof Error ? error.message : String(error), { cause: error });
  }
};

/**
 * Asks a linter, which runs in a worker of its own.
 * @param signal stops the linter, also in the middle of a rule.
 * @throws MissingPeerError, LinterError, or TimeLimitError when it was stopped.
 */
export function askLinter<N extends JobName>(
  job: N,
  input: Jobs[N]["input"],
  signal?: AbortSignal,
): Promise<Jobs[N]["output"]> {
  const name = linterOf(job);
  const linter = linters.get(name) ?? startLinter(name);
  const id = ++lastId;
  return new Promise((resolve, reject) => {
    const stop = (): void => endLinter(name, new TimeLimitError(name));
    const settle = (): void => {
      linter.pending.delete(id);
      signal?.removeEventListener("abort", stop);
      if (linter.pending.size === 0) linter.worker.unref();
    };
    linter.pending.set(id, {
      resolve: (output) => {
        settle();
        resolve(output as Jobs[N]["output"]);
      },
      reject: (error) => {
        settle();
        reject(error);
      },
    });
    if (signal?.aborted) return stop();
    signal?.addEventListener("abort", stop);
    linter.worker.ref();
    linter.worker.postMessage({ id, job, input });
  });
}

function linterOf(job: JobName): string {
  return job.replace(/-.*/, "");
}

function startLinter(name: string): Linter {
  const worker = new Worker(workerUrl(), {
    // What linters print is about themselves. Long chains of references take a deep stack.
    stdout: true,
    stderr: true,
    resourceLimits: { stackSizeMb: 32, maxOldGenerationSizeMb: 3072 },
  });
  const linter: Linter = { worker, pending: new Map() };
  worker.on("message", (reply: JobReply) => {
    const waiting = linter.pending.get(reply.id);
    if ("output" in reply) waiting?.resolve(reply.output);
    else waiting?.reject(reply.missing ? new MissingPeerError(reply.error) : new LinterError(reply.error));
  });
  worker.on("error", (error) => endLinter(name, new LinterError(error.message)));
  worker.unref();
  linters.set(name, linter);
  return linter;
}

function workerUrl(): URL {
  if (!import.meta.url.endsWith(".ts")) return new URL("./worker.js", import.meta.url);
  // From the sources, a worker needs tsx as much as its parent does, and does not inherit it.
  const tsx = pathToFileURL(
    createRequire(import.meta.url)
      .resolve("tsx/esm/api")
      .replace(/\.cjs$/, ".mjs"),
  ).href;
  const module = new URL("./worker.ts", import.meta.url).href;
  const code = `import { register } from ${JSON.stringify(tsx)}; register(); await import(${JSON.stringify(module)});`;
  return new URL(`data:text/javascript,${encodeURIComponent(code)}`);
}

function endLinter(name: string, reason: Error): void {
  const linter = linters.get(name);
  if (linter === undefined) return;
  linters.delete(name);
  void linter.worker.terminate();
  for (const { reject } of [...linter.pending.values()]) reject(reason);
}
