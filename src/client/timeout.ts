import type { Runtime } from "./runtime.ts";

/** Why work was interrupted before it was done. */
export type Interruption = "aborted" | "timeout";

export interface TimeLimit {
  /** Below 2^31, the longest delay of a timer (HTML, "timers"; Node is the same): a call lasts 24 hours at most. */
  ms: number;
  signal: AbortSignal | undefined;
  runtime: Runtime;
}

/**
 * Runs `work` until it is done, `ms` have passed or `signal` aborts, and settles at that moment, even if `work` goes on.
 * Leaves neither a timer nor a listener behind. Without `work` it waits.
 * @param onInterrupt called when `work` is interrupted.
 * @returns what `work` returned, or why it was interrupted.
 * @throws what `work` threw.
 */
export async function withTimeout<T = never>(
  { ms, signal, runtime }: TimeLimit,
  work?: () => Promise<T>,
  onInterrupt?: () => void,
): Promise<T | Interruption> {
  if (signal?.aborted) return "aborted";
  return new Promise((resolve, reject) => {
    const cleanUp = () => {
      runtime.clearTimeout(timer);
      signal?.removeEventListener("abort", onAbort);
    };
    const interrupt = (reason: Interruption) => {
      cleanUp();
      resolve(reason);
      onInterrupt?.();
    };
    const onAbort = () => interrupt("aborted");
    const timer = runtime.setTimeout(() => interrupt("timeout"), ms);
    signal?.addEventListener("abort", onAbort);
    work?.().finally(cleanUp).then(resolve, reject);
  });
}
