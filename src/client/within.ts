import type { Runtime } from "./runtime.ts";

/** Why something was ended before it was done. */
export type Ended = "aborted" | "timeout";

export interface Limit {
  /** Below 2^31, which is as long as timers can wait (HTML, "timers"; Node is the same): a call has 24 hours at most. */
  ms: number;
  signal: AbortSignal | undefined;
  runtime: Runtime;
}

/**
 * Runs `work` until it is done, `ms` are over or `signal` aborts, and settles at that moment, even if `work` goes on.
 * Leaves neither a timer nor a listener behind. Without `work` it waits.
 * @returns what `work` gave, or why it was ended; `work` is told by its own signal.
 * @throws what `work` threw.
 */
export async function within<T = never>(
  { ms, signal, runtime }: Limit,
  work?: (signal: AbortSignal) => Promise<T>,
): Promise<T | Ended> {
  if (signal?.aborted) return "aborted";
  const controller = new AbortController();
  let timer: unknown;
  let onAbort = () => {};
  const ended = new Promise<Ended>((resolve) => {
    const end = (why: Ended) => {
      resolve(why);
      controller.abort();
    };
    onAbort = () => end("aborted");
    timer = runtime.setTimeout(() => end("timeout"), ms);
    signal?.addEventListener("abort", onAbort);
  });
  try {
    return await (work ? Promise.race([ended, work(controller.signal)]) : ended);
  } finally {
    runtime.clearTimeout(timer);
    signal?.removeEventListener("abort", onAbort);
  }
}
