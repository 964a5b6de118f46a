import { type Attempt, defined, type StopReason } from "../errors/index.ts";
import { takeAdvice } from "./advice.ts";
import { isApiKey } from "./api-key.ts";
import { type Attempted, abortion, attempt } from "./attempt.ts";
import type { CallEnd } from "./call.ts";
import { decide } from "./decide.ts";
import { demand } from "./demand.ts";
import { fail } from "./fail.ts";
import { addOutcome } from "./outcome.ts";
import type { Answer } from "./read-answer.ts";
import type { Failure } from "./read-failure.ts";
import { leftOf, limitOf, type Running } from "./running.ts";
import { within } from "./within.ts";

/**
 * Makes attempts until one succeeds or there is a reason to stop.
 * @throws what the caller's key function throws, and a TypeError when it gives no key.
 */
export async function makeAttempts(running: Running): Promise<CallEnd> {
  const { config, runtime, budget, call } = running;
  const { history, options } = call;
  const { signal, attemptTimeout, maxRetries } = options;
  const { attempts } = history;
  const stop = (failure: Failure, stopped?: StopReason, answer?: Answer): CallEnd => {
    return { ...fail(config, history, { ...failure, stopped }), answer };
  };
  let last: Failure | undefined;
  for (let delay = 0; ; ) {
    // A machine that slept wakes up after the deadline.
    if (last && leftOf(running) === 0 && !signal?.aborted) return stop(last, "deadline");
    const { apiKey, keyPrefixes } = config;
    const key =
      typeof apiKey === "string"
        ? apiKey
        : await within(limitOf(running, attemptTimeout), async () => apiKey());
    if (signal?.aborted) return stop(abortion(signal));
    demand(isApiKey(key, keyPrefixes), "What the apiKey function gives in time", "a key");
    history.keys.add(key);

    const began = runtime.now();
    const attempted = await attempt(running, key);
    const ended = runtime.now();
    const { answer, failure } = attempted;
    history.outcome = addOutcome(history.outcome, attempted);
    const times = { durationMs: Math.max(0, ended - began), delayMs: Math.round(delay) };
    const record = { number: attempts.length + 1, ...described(attempted), ...times };
    attempts.push(record);
    const broken = config.onAttempt && (await tellHook(running, record));
    if (broken) return stop(broken);
    if (!failure) {
      budget.refill();
      return { ok: true, answer: answer as Answer, attempts };
    }
    const advice = takeAdvice(attempted, failure, { catalog: config.catalog, now: ended });
    const decision = decide({
      ...advice,
      retries: attempts.length - 1,
      maxRetries,
      budget: budget.left(),
      left: leftOf(running),
      random: runtime.random(),
    });
    if (decision.stop) return stop(failure, decision.stop === "rule" ? undefined : decision.stop, answer);
    budget.take();
    last = failure;
    delay = decision.wait;
    await within(limitOf(running, delay));
  }
}

/** What the history tells of an attempt, as far as it is known. */
function described({ response, answer, failure }: Attempted) {
  const requestId = failure?.requestId ?? answer?.requestId;
  return defined({ status: response?.status || undefined, code: failure?.code, requestId });
}

/** Tells the caller's hook of an attempt. It gets a copy; what it throws is its own and becomes the cause as it is. */
async function tellHook(running: Running, attempt: Attempt): Promise<Failure | undefined> {
  try {
    // An async hook is waited for, so that what it throws is not lost.
    const returned: unknown = running.config.onAttempt?.({ ...attempt });
    if (returned instanceof Promise) await within(limitOf(running, leftOf(running)), () => returned);
  } catch (cause) {
    return { code: "local_error", rawMessage: "The onAttempt hook threw", cause };
  }
  return undefined;
}
