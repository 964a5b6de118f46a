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
      unlisten?.();
    };
    const interrupt = (reason: Interruption) => {
      cleanUp();
      resolve(reason);
      onInterrupt?.();
    };
    const timer = runtime.setTimeout(() => interrupt("timeout"), ms);
    const unlisten = signal && onAbort(signal, () => interrupt("aborted"));
    work?.().finally(cleanUp).then(resolve, reject);
  });
}

/** What to run when a signal aborts, and the one listener that does it. */
interface Listener {
  runs: Set<() => void>;
  listen: () => void;
}

/** Callers share one signal among many calls, and Node warns of more than ten listeners. */
const listeners = new WeakMap<AbortSignal, Listener>();

/** Runs `run` when `signal` aborts, with one listener per signal. Returns how to stop listening. */
function onAbort(signal: AbortSignal, run: () => void): () => void {
  let listener = listeners.get(signal);
  if (!listener) {
    const runs = new Set<() => void>();
    const listen = () => {
      for (const each of [...runs]) each();
    };
    listener = { runs, listen };
    listeners.set(signal, listener);
    signal.addEventListener("abort", listen);
  }
  const { runs, listen } = listener;
  runs.add(run);
  return () => {
    if (!runs.delete(run) || runs.size > 0) return;
    listeners.delete(signal);
    signal.removeEventListener("abort", listen);
  };
}
