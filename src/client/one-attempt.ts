import type { Attempt } from "../errors/index.ts";
import { type Advice, takeAdvice } from "./advice.ts";
import { type Attempted, attempt, type Outgoing } from "./attempt.ts";
import type { Budget } from "./budget.ts";
import type { Call, CallState, TransportConfig } from "./call.ts";
import { askForKey } from "./key-source.ts";
import type { Mask } from "./mask.ts";
import { addOutcome, attemptOutcome } from "./outcome.ts";
import { type Failure, isObject } from "./read-answer.ts";
import { report } from "./report.ts";
import type { Runtime } from "./runtime.ts";

/** A call under way. */
export interface Running {
  config: TransportConfig;
  runtime: Runtime;
  budget: Budget;
  state: CallState;
  mask: Mask;
  call: Call;
  request: Outgoing;
}

/** What an attempt came to, and what to make of it; `halt` ends the call, whatever the attempt was. */
interface Made extends Attempted {
  advice: Advice;
  halt?: Failure | undefined;
}

/**
 * Asks for the key, sends the request, enters what happened into the state of the call, and tells the caller's hook.
 * @param left what is left of the call's deadline, in ms.
 * @param delay what was waited before, in ms.
 */
export async function oneAttempt(running: Running, left: () => number, delay: number): Promise<Made> {
  const { config, runtime, state, mask, call, request } = running;
  const { apiKey, catalog, keyPrefixes: prefixes } = config;
  const { route, limits, signal } = call;
  const limit = () => ({ ms: Math.min(limits.attemptTimeout, left()), signal, runtime });
  const key = await askForKey({ apiKey, prefixes, mask, limit: limit() });
  if (typeof key !== "string") return { halt: key, advice: { rule: "never" } };
  if (!state.keys.includes(key)) state.keys.push(key);

  const began = runtime.now();
  const fetch = call.fetch ?? config.fetch ?? globalThis.fetch;
  const headers = { ...request.headers, authorization: `Bearer ${key}` };
  const outgoing = { ...request, headers };
  const attempted = await attempt({ ...limit(), fetch, request: outgoing, route, catalog, mask });
  const advice = takeAdvice(attempted, catalog, runtime.now());
  state.outcome = addOutcome(state.outcome, attemptOutcome(attempted));
  const durationMs = Math.max(0, runtime.now() - began);
  const number = state.attempts.length + 1;
  const record: Attempt = { number, ...facts(attempted), durationMs, delayMs: Math.round(delay) };
  state.attempts.push(record);
  return { ...attempted, advice, halt: await report(config.onAttempt, record, { ...limit(), ms: left() }) };
}

/** What is listed of an attempt beside its times. */
function facts({ response, answer, failure }: Attempted): Pick<Attempt, "status" | "code" | "requestId"> {
  const meta = answer?.json?.meta;
  const inMeta = isObject(meta) ? (meta.requestId as string) : undefined;
  const requestId = failure ? failure.init.requestId : inMeta;
  return {
    ...(response?.status && { status: response.status }),
    ...(failure && { code: failure.code }),
    ...(requestId !== undefined && { requestId }),
  };
}
