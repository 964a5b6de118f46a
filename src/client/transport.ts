import { type Attempt, defined, type StopReason } from "../errors/index.ts";
import { type Call, type CallContext, type CallResult, remainingMs, timeLimit } from "./call.ts";
import { abortFailure, addOutcome, failCall } from "./error.ts";
import { assertOption, type ClientContext, isApiKey } from "./options.ts";
import { createRedact, requestContent } from "./redact.ts";
import type { BufferedResponse, FailureDetails } from "./response.ts";
import { decideRetry, readRetryHint } from "./retry.ts";
import { type AttemptResult, sendOnce } from "./send.ts";
import { withTimeout } from "./timeout.ts";

/** How long the API remembers an `Idempotency-Key`, in ms; no call may go on for longer. */
const MAX_CALL = 24 * 60 * 60 * 1000;

/** Methods that may be sent twice and still act once (RFC 9110 §9.2.2). */
const idempotent = /^(GET|HEAD|OPTIONS|PUT|DELETE|TRACE)$/;

/**
 * Makes all attempts of a call. The call's headers and state are modified.
 * @throws what the caller's key function throws, and a TypeError when it returns no key.
 */
export async function runCall(client: ClientContext, call: Call): Promise<CallResult> {
  const { route, headers, options, state } = call;
  headers.accept = "application/json";
  // Without a key such a request could do its work twice.
  if (!idempotent.test(route.method)) {
    const key = options.idempotencyKey ?? headers["idempotency-key"] ?? client.runtime.uuid();
    headers["idempotency-key"] = key;
    state.idempotencyKey = key;
  }
  const redact = createRedact(state.keys, () => requestContent(call), client.api.keyPrefixes);
  const deadlineAt = client.runtime.now() + Math.min(options.deadline, MAX_CALL);
  return makeAttempts({ client, call, redact, deadlineAt });
}

async function makeAttempts(context: CallContext): Promise<CallResult> {
  const { client, call } = context;
  const { runtime, budget, apiKey } = client;
  const { state, options } = call;
  const { signal, attemptTimeout, maxRetries } = options;
  const { attempts } = state;
  const stop = (failure: FailureDetails, stopped?: StopReason, response?: BufferedResponse): CallResult => {
    return { ...failCall(client, state, { ...failure, stopped }), response };
  };
  let last: FailureDetails | undefined;
  for (let delay = 0; ; ) {
    // A machine that slept wakes up after the deadline.
    if (last && remainingMs(context) === 0 && !signal?.aborted) return stop(last, "deadline");
    const key =
      typeof apiKey === "string"
        ? apiKey
        : await withTimeout(timeLimit(context, attemptTimeout), async () => apiKey());
    if (signal?.aborted) return stop(abortFailure(signal));
    assertOption(isApiKey(key, client.api.keyPrefixes), "What the apiKey function returns in time", "a key");
    state.keys.add(key);

    const began = runtime.now();
    const result = await sendOnce(context, key);
    const now = runtime.now();
    const { buffered, failure, response } = result;
    state.outcome = addOutcome(state.outcome, result);
    const times = { durationMs: Math.max(0, now - began), delayMs: Math.round(delay) };
    const attempt = { number: attempts.length + 1, ...describeAttempt(result), ...times };
    attempts.push(attempt);
    const hookFailure = client.onAttempt && (await callHook(context, attempt));
    if (hookFailure) return stop(hookFailure);
    if (!failure) {
      budget.refill();
      return { ok: true, response: buffered as BufferedResponse, attempts };
    }
    const decision = decideRetry({
      ...readRetryHint(context, failure, { response, now }),
      retries: attempts.length - 1,
      maxRetries,
      budget: budget.left(),
      remaining: remainingMs(context),
      random: runtime.random(),
    });
    if (decision.stop) return stop(failure, decision.stop === "rule" ? undefined : decision.stop, buffered);
    budget.take();
    last = failure;
    delay = decision.delay;
    await withTimeout(timeLimit(context, delay));
  }
}

/** What is recorded of an attempt, as far as it is known. */
function describeAttempt({ response, buffered, failure }: AttemptResult) {
  const requestId = failure?.requestId ?? buffered?.requestId;
  return defined({ status: response?.status || undefined, code: failure?.code, requestId });
}

/** Calls the caller's hook with a copy of the attempt; what it throws becomes the cause as it is. */
async function callHook(context: CallContext, attempt: Attempt): Promise<FailureDetails | undefined> {
  try {
    // An async hook is awaited, so that what it throws is not lost.
    const returned: unknown = context.client.onAttempt?.({ ...attempt });
    if (returned instanceof Promise) {
      await withTimeout(timeLimit(context, remainingMs(context)), () => returned);
    }
  } catch (cause) {
    return { code: "local_error", rawMessage: "The onAttempt hook threw", cause };
  }
  return undefined;
}
