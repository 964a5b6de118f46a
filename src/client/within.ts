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
 * @param stop is told when `work` is ended early.
 * @returns what `work` gave, or why it was ended.
 * @throws what `work` threw.
 */
export async function within<T = never>(
  { ms, signal, runtime }: Limit,
  work?: () => Promise<T>,
  stop?: () => void,
): Promise<T | Ended> {
  if (signal?.aborted) return "aborted";
  return new Promise((resolve, reject) => {
    const finish = () => {
      runtime.clearTimeout(timer);
      signal?.removeEventListener("abort", onAbort);
    };
    const end = (why: Ended) => {
      finish();
      resolve(why);
      stop?.();
    };
    const onAbort = () => end("aborted");
    const timer = runtime.setTimeout(() => end("timeout"), ms);
    signal?.addEventListener("abort", onAbort);
    work?.().finally(finish).then(resolve, reject);
  });
}
