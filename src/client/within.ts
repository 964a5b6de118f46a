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
 * Leaves neither a timer nor a listener behind.
 * @returns what `work` gave, or why it was ended; `work` is told by its own signal.
 * @throws what `work` threw.
 */
export function within<T>(limit: Limit, work: (signal: AbortSignal) => Promise<T>): Promise<T | Ended> {
  const { ms, signal, runtime } = limit;
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return resolve("aborted");
    const controller = new AbortController();
    const tidy = () => {
      runtime.clearTimeout(timer);
      signal?.removeEventListener("abort", onAbort);
    };
    const end = (why: Ended) => {
      tidy();
      resolve(why);
      controller.abort();
    };
    const onAbort = () => end("aborted");
    const timer = runtime.setTimeout(() => end("timeout"), ms);
    signal?.addEventListener("abort", onAbort);
    work(controller.signal).then(
      (value) => {
        tidy();
        resolve(value);
      },
      (error) => {
        tidy();
        reject(error);
      },
    );
  });
}

/** Waits. Gives `aborted` at once when the signal does. */
export function wait(limit: Limit): Promise<Ended> {
  return within<Ended>(limit, () => new Promise(() => {}));
}
