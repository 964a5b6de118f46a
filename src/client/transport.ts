import type { Attempt } from "../errors/index.ts";
import { takeAdvice } from "./advice.ts";
import { type Attempted, abortion, attempt, type Outgoing } from "./attempt.ts";
import { type Budget, createBudget } from "./budget.ts";
import { type Call, type CallEnd, type CallState, endInFailure, type TransportConfig } from "./call.ts";
import { copyCause } from "./cause.ts";
import { decide } from "./decide.ts";
import { askForKey } from "./key-source.ts";
import type { Mask } from "./mask.ts";
import { demand } from "./options.ts";
import { addOutcome, attemptOutcome } from "./outcome.ts";
import { type Failure, isObject } from "./read-answer.ts";
import { report } from "./report.ts";
import type { Runtime } from "./runtime.ts";
import { requestMask } from "./secrets.ts";
import { wait } from "./within.ts";

/** Makes all attempts of a call and tells how it ended. Never throws. */
export type Transport = (call: Call) => Promise<CallEnd>;

/** How long the API remembers an `Idempotency-Key`, in ms; no call may go on for longer. */
const longestCall = 24 * 60 * 60 * 1000;

/** Methods that may be sent twice and still act once (RFC 9110 §9.2.2). */
const idempotentMethods = ["GET", "HEAD", "OPTIONS", "PUT", "DELETE", "TRACE"];

/** A transport; its calls share the retry budget and nothing else. */
export function createTransport(config: TransportConfig, runtime: Runtime): Transport {
  const budget = createBudget();
  return async (call) => {
    // A plain object from here on: copying it for each attempt costs next to nothing.
    const headers: Record<string, string> = Object.fromEntries(call.request.headers);
    const request = { ...call.request, headers };
    const keys: string[] = [];
    const state: CallState = { attempts: [], outcome: "not_sent", keys };
    const mask = requestMask(request, keys, config.keyPrefixes);
    try {
      demand(
        headers.authorization === undefined,
        "headers must not have Authorization: that is what apiKey is for",
      );
      headers.accept = "application/json";
      if (!idempotentMethods.includes(request.method)) {
        state.idempotencyKey = call.idempotencyKey ?? headers["idempotency-key"] ?? runtime.uuid();
        headers["idempotency-key"] = state.idempotencyKey;
      }
      return await makeAttempts({ config, runtime, budget, state, mask, call, request });
    } catch (error) {
      // Nothing above is expected to throw, but whoever calls was promised a result.
      const cause = copyCause(error, mask);
      const init = { rawMessage: `The request could not be made: ${cause.message}`, cause };
      return endInFailure(config.CStarError, state, { code: "local_error", init });
    }
  };
}

interface Running {
  config: TransportConfig;
  runtime: Runtime;
  budget: Budget;
  state: CallState;
  mask: Mask;
  call: Call;
  request: Outgoing;
}

async function makeAttempts(running: Running): Promise<CallEnd> {
  const { config, runtime, budget, state, mask, call, request } = running;
  const { catalog, keyPrefixes: prefixes, CStarError } = config;
  const { route, limits, signal } = call;
  const started = runtime.now();
  const left = () => Math.max(0, Math.min(limits.deadline, longestCall) - (runtime.now() - started));
  let last: Failure | undefined;
  for (let delayMs = 0; ; ) {
    if (signal?.aborted) return endInFailure(CStarError, state, { code: "aborted", init: abortion(signal) });
    // A machine that slept wakes up after the deadline.
    if (last && left() === 0) return endInFailure(CStarError, state, last, "deadline");
    const timeout = Math.min(limits.attemptTimeout, left());
    const limit = { ms: timeout, signal, runtime };
    const key = await askForKey({ apiKey: config.apiKey, prefixes, mask, limit });
    if (typeof key !== "string") return endInFailure(CStarError, state, key);
    if (!state.keys.includes(key)) state.keys.push(key);
    const headers = { ...request.headers, authorization: `Bearer ${key}` };

    const began = runtime.now();
    const fetch = call.fetch ?? config.fetch ?? globalThis.fetch;
    const attempted = await attempt({
      ...limit,
      fetch,
      request: { ...request, headers },
      route,
      catalog,
      mask,
    });
    const { answer, failure } = attempted;
    const { rule, retryAfter } = takeAdvice(attempted, catalog, runtime.now());
    state.outcome = addOutcome(state.outcome, attemptOutcome(attempted));
    const durationMs = Math.max(0, runtime.now() - began);
    const record = { number: state.attempts.length + 1, ...facts(attempted), durationMs, delayMs };
    state.attempts.push(record);
    const hookFailure = await report(config.onAttempt, record, { ...limit, ms: left() });
    if (hookFailure) return endInFailure(CStarError, state, hookFailure);
    if (!failure) {
      budget.refill();
      return {
        ok: true,
        answer: answer as Extract<CallEnd, { ok: true }>["answer"],
        attempts: state.attempts,
      };
    }
    const decision = decide({
      rule,
      repeatable: idempotentMethods.includes(request.method) || "idempotency-key" in headers,
      retries: state.attempts.length - 1,
      maxRetries: limits.maxRetries,
      budget: budget.left(),
      left: left(),
      retryAfter,
      random: runtime.random(),
    });
    if (decision.stop) {
      const end = endInFailure(
        CStarError,
        state,
        failure,
        decision.stop === "rule" ? undefined : decision.stop,
      );
      return answer ? { ...end, answer } : end;
    }
    budget.take();
    last = failure;
    delayMs = Math.round(decision.wait);
    await wait({ ms: decision.wait, signal, runtime });
  }
}

/** What is listed of an attempt beside its times. */
function facts({ response, answer, failure }: Attempted): Pick<Attempt, "status" | "code" | "requestId"> {
  const meta = answer?.json?.meta;
  const requestId = failure
    ? failure.init.requestId
    : isObject(meta)
      ? (meta.requestId as string)
      : undefined;
  const listed: Pick<Attempt, "status" | "code" | "requestId"> = {};
  if (response?.status) listed.status = response.status;
  if (failure) listed.code = failure.code;
  if (requestId !== undefined) listed.requestId = requestId;
  return listed;
}
