import { createBudget } from "./budget.ts";
import type { Call, CallEnd } from "./call.ts";
import { makeAttempts } from "./make-attempts.ts";
import { createMask } from "./mask.ts";
import { contentOf } from "./outgoing.ts";
import type { TransportConfig } from "./running.ts";
import type { Runtime } from "./runtime.ts";

/**
 * Makes all attempts of a call and tells how it ended. The call's headers and history become the transport's.
 * @throws what the caller's key function throws, and a TypeError when it gives no key.
 */
export type Transport = (call: Call) => Promise<CallEnd>;

/** How long the API remembers an `Idempotency-Key`, in ms; no call may go on for longer. */
const longestCall = 24 * 60 * 60 * 1000;

/** Methods that may be sent twice and still act once (RFC 9110 §9.2.2). */
const idempotent = /^(GET|HEAD|OPTIONS|PUT|DELETE|TRACE)$/;

/** A transport; its calls share the retry budget and nothing else. */
export function createTransport(config: TransportConfig, runtime: Runtime): Transport {
  const budget = createBudget();
  return async (call) => {
    const { route, headers, options, history } = call;
    headers.accept = "application/json";
    // Without a key such a request could do its work twice.
    if (!idempotent.test(route.method)) {
      const key = options.idempotencyKey ?? headers["idempotency-key"] ?? runtime.uuid();
      headers["idempotency-key"] = key;
      history.idempotencyKey = key;
    }
    const mask = createMask(history.keys, () => contentOf(call), config.keyPrefixes);
    const ends = runtime.now() + Math.min(options.deadline, longestCall);
    return makeAttempts({ config, runtime, budget, call, mask, ends });
  };
}
