import type { StopReason } from "../errors/index.ts";
import { abortion } from "./attempt.ts";
import { createBudget } from "./budget.ts";
import { type Call, type CallEnd, type CallState, endInFailure, type TransportConfig } from "./call.ts";
import { copyCause } from "./cause.ts";
import { decide } from "./decide.ts";
import { oneAttempt, type Running } from "./one-attempt.ts";
import { demand } from "./options.ts";
import type { Answer, Failure, Json } from "./read-answer.ts";
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

async function makeAttempts(running: Running): Promise<CallEnd> {
  const { config, runtime, budget, state, call, request } = running;
  const { limits, signal } = call;
  const fail = (failure: Failure, stopped?: StopReason) =>
    endInFailure(config.CStarError, state, failure, stopped);
  const started = runtime.now();
  const left = () => Math.max(0, Math.min(limits.deadline, longestCall) - (runtime.now() - started));
  let last: Failure | undefined;
  for (let delay = 0; ; ) {
    if (signal?.aborted) return fail({ code: "aborted", init: abortion(signal) });
    // A machine that slept wakes up after the deadline.
    if (last && left() === 0) return fail(last, "deadline");
    const { halt, answer, failure, advice } = await oneAttempt(running, left, delay);
    if (halt) return fail(halt);
    if (!failure) {
      budget.refill();
      return { ok: true, answer: answer as Answer & { json: Json }, attempts: state.attempts };
    }
    const decision = decide({
      ...advice,
      repeatable: idempotentMethods.includes(request.method) || "idempotency-key" in request.headers,
      retries: state.attempts.length - 1,
      maxRetries: limits.maxRetries,
      budget: budget.left(),
      left: left(),
      random: runtime.random(),
    });
    if (decision.stop) {
      const end = fail(failure, decision.stop === "rule" ? undefined : decision.stop);
      return answer ? { ...end, answer } : end;
    }
    budget.take();
    last = failure;
    delay = decision.wait;
    await wait({ ms: delay, signal, runtime });
  }
}
