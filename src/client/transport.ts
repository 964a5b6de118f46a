import { type Attempt, defined, type StopReason } from "../errors/index.ts";
import type { AttemptResult } from "./call.ts";
import {
  type Call,
  type CallContext,
  type CallResult,
  type CallState,
  startCountdown,
  timeLimit,
} from "./call.ts";
import { abortFailure, addOutcome, failCall } from "./error.ts";
import { assertApiKey, type ClientContext } from "./options.ts";
import { createRedactor, sentContent } from "./redact.ts";
import type { BufferedResponse, FailureDetails } from "./response.ts";
import { decideRetry, readRetryHint } from "./retry.ts";
import { sendOnce } from "./send.ts";
import { withTimeout } from "./timeout.ts";

/** How long the API remembers an `Idempotency-Key`, in ms; no call may go on for longer. */
const MAX_CALL = 24 * 60 * 60 * 1000;

/** Methods that may act twice when they are sent twice; all others are idempotent (RFC 9110 §9.2.2, RFC 5789 §2). */
const notIdempotent = /^(POST|PATCH)$/;

/**
 * Makes all attempts of a call. The call's headers and state are modified.
 * @throws what the caller's key function throws, and a TypeError when it returns no key.
 */
export async function runCall(client: ClientContext, call: Call): Promise<CallResult> {
  const { headers, options, state } = call;
  const { runtime, budget, api } = client;
  headers.accept = "application/json";
  // Without a key such a request could do its work twice.
  if (notIdempotent.test(state.route.method)) {
    const key = options.idempotencyKey ?? headers["idempotency-key"] ?? runtime.uuid();
    headers["idempotency-key"] = key;
    state.idempotencyKey = key;
  }
  const redactor = createRedactor({
    keys: state.keys,
    prefixes: api.keyPrefixes,
    words: api.words,
    sent: () => sentContent(call),
  });
  const remaining = startCountdown(runtime, Math.min(options.deadline, MAX_CALL));
  budget.inFlight++;
  try {
    return await makeAttempts({ client, call, redactor, remaining });
  } finally {
    budget.inFlight--;
  }
}

async function makeAttempts(context: CallContext): Promise<CallResult> {
  const { client, call, remaining } = context;
  const { runtime, budget } = client;
  const { state, options } = call;
  const { signal, maxRetries } = options;
  const { attempts } = state;
  const stop = (failure: FailureDetails, stopped?: StopReason, response?: BufferedResponse): CallResult => {
    return { ...failCall(client, state, { ...failure, stopped }), response };
  };
  let last: FailureDetails | undefined;
  let paid = false;
  for (let delay = 0; ; ) {
    // A machine that slept wakes up after the deadline.
    if (last && remaining() === 0 && !signal?.aborted) return stop(last, "deadline");
    const key = await readKey(context);
    if (signal?.aborted) return stop(abortFailure(signal));
    state.keys.add(key);

    const began = runtime.monotonic();
    const result = await sendOnce(context, key);
    const { buffered, failure, response } = result;
    state.outcome = addOutcome(state.outcome, result);
    const attempt = describeAttempt(state, result, { ms: runtime.monotonic() - began, delay });
    attempts.push(attempt);
    if (client.onAttempt) callHook(client.onAttempt, attempt);
    if (!failure) {
      budget.succeed(paid);
      return { ok: true, response: buffered as BufferedResponse, attempts };
    }
    const decision = decideRetry({
      ...readRetryHint(context, failure, { response, now: runtime.now() }),
      retries: attempts.length - 1,
      maxRetries,
      budget: budget.left(),
      remaining: remaining(),
      random: runtime.random(),
    });
    if (decision.stop) return stop(failure, decision.stop === "rule" ? undefined : decision.stop, buffered);
    ({ delay, paid } = decision);
    if (paid) budget.take();
    last = failure;
    await withTimeout(timeLimit(context, delay));
  }
}

/** The key of an attempt; the key function may take as long as the attempt itself. */
async function readKey(context: CallContext): Promise<string> {
  const { client, call } = context;
  const { apiKey, api } = client;
  if (typeof apiKey === "string") return apiKey;
  const key = await withTimeout(timeLimit(context, call.options.attemptTimeout), async () => apiKey());
  if (key === "aborted") return key;
  if (key === "timeout") throw new TypeError("The apiKey function did not return in time");
  assertApiKey("What the apiKey function returned", key, api.keyPrefixes);
  return key;
}

/** What is recorded of an attempt, as far as it is known; `ms` is how long it took, `delay` the wait before it. */
function describeAttempt(
  { route, attempts }: CallState,
  { response, buffered, failure }: AttemptResult,
  { ms, delay }: { ms: number; delay: number },
): Attempt {
  return defined({
    number: attempts.length + 1,
    operation: route.operation,
    method: route.method,
    path: route.path,
    status: response?.status || undefined,
    code: failure?.code,
    networkCode: failure?.networkCode,
    requestId: failure?.requestId ?? buffered?.requestId,
    durationMs: Math.round(ms),
    delayMs: Math.round(delay),
  });
}

/** Calls the caller's hook with a copy of the attempt. It is told and has no say: what it throws is reported, and that is all. */
function callHook(hook: (attempt: Attempt) => unknown, attempt: Attempt): void {
  const report = (error: unknown) => {
    // biome-ignore lint/suspicious/noConsole: where there is no reportError, an error that nobody sees would be lost
    const { reportError = console.error } = globalThis as { reportError?: (error: unknown) => void };
    reportError(error);
  };
  try {
    // Anything with a `then` counts: patched promises are of classes of their own.
    Promise.resolve(hook({ ...attempt })).catch(report);
  } catch (error) {
    report(error);
  }
}
