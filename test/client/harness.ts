import { type Runtime, runtime as real, runtimeOption } from "../../src/client/runtime.ts";
import {
  type ClientOptions,
  createClient,
  createFetchClient,
  type FetchFunction,
} from "../../src/entries/main.ts";

export const key = "sk_test_Zx81KeyThatIsSecret0123456789";
export const teamId = "6f1d2c3b-0000-4000-8000-000000000001";

interface Timer {
  run: () => void;
  ms: number;
  ofAttempt: boolean;
}

export interface Harness {
  runtime: Runtime;
  /** Every wait between attempts, in ms. */
  waits: number[];
  /** Timers that are set and neither fired nor cleared. */
  timers: Set<Timer>;
  /** Time, which only moves when a wait is over or a test says so. */
  clock: { now: number; random: number };
  /** Lets the time of the running attempt be over. */
  expire(): void;
  fetch: FetchFunction;
  options(over?: Partial<ClientOptions>): ClientOptions;
  client(over?: Partial<ClientOptions>): ReturnType<typeof createClient>;
  fetchClient(over?: Partial<ClientOptions>): ReturnType<typeof createFetchClient>;
}

/**
 * A client whose clock stands still: waits between attempts end at once and move the clock, timers of attempts fire
 * only when a test says so. The network is real.
 */
export function harness(baseUrl: string): Harness {
  const clock = { now: Date.parse("2026-11-22T10:00:00Z"), random: 0.5 };
  const start = clock.now;
  const timers = new Set<Timer>();
  const waits: number[] = [];
  let latest: Timer | undefined;
  const fire = (timer: Timer) => {
    if (!timers.delete(timer)) return;
    clock.now += timer.ms;
    timer.run();
  };
  const runtime: Runtime = {
    now: () => clock.now,
    monotonic: () => clock.now - start,
    random: () => clock.random,
    uuid: real.uuid,
    setTimeout(run, ms) {
      const timer = { run, ms, ofAttempt: false };
      timers.add(timer);
      latest = timer;
      setImmediate(() => {
        if (timer.ofAttempt || !timers.has(timer)) return;
        waits.push(ms);
        fire(timer);
      });
      return timer;
    },
    clearTimeout: (timer) => void timers.delete(timer as Timer),
  };
  const marking =
    (inner: FetchFunction): FetchFunction =>
    (url, init) => {
      // The timer that was set right before a fetch is the one of its attempt.
      if (latest) latest.ofAttempt = true;
      return inner(url, init);
    };
  const options = (over: Partial<ClientOptions> = {}): ClientOptions => ({
    ...{ apiKey: key, teamId, baseUrl },
    ...over,
    fetch: marking(over.fetch ?? fetch),
  });
  return {
    runtime,
    waits,
    timers,
    clock,
    expire: () => {
      for (const timer of [...timers]) fire(timer);
    },
    fetch: marking(fetch),
    options,
    client: (over) => createClient(withRuntime(runtime, options(over))),
    fetchClient: (over) => createFetchClient(withRuntime(runtime, options(over))),
  };
}

/** Options of a client that has the clocks and timers of a test. */
export function withRuntime(runtime: Runtime, options: ClientOptions): ClientOptions {
  return Object.assign(options, { [runtimeOption]: runtime });
}

/** The error of a result, which must be a failure. */
export function failed<R extends { ok: boolean }>(
  result: R,
): Extract<R, { ok: false }> extends { error: infer E } ? E : never {
  if (result.ok) throw new Error("The call succeeded");
  return (result as unknown as { error: never }).error;
}
