import { createBudget } from "./budget.ts";
import { type Call, type CallEnd, endLocally, type Running, type TransportConfig } from "./call.ts";
import { makeAttempts } from "./make-attempts.ts";
import { contentOf, createMask } from "./mask.ts";
import type { Runtime } from "./runtime.ts";

/** Makes all attempts of a call and tells how it ended. Never throws. The call's headers become the transport's. */
export type Transport = (call: Call) => Promise<CallEnd>;

/** How long the API remembers an `Idempotency-Key`, in ms; no call may go on for longer. */
const longestCall = 24 * 60 * 60 * 1000;

/** Methods that may be sent twice and still act once (RFC 9110 §9.2.2). */
const idempotent = /^(GET|HEAD|OPTIONS|PUT|DELETE|TRACE)$/;

/** A transport; its calls share the retry budget and nothing else. */
export function createTransport(config: TransportConfig, runtime: Runtime): Transport {
  const budget = createBudget();
  return async (call) => {
    const { headers } = call;
    const keys = new Set<string>();
    const running: Running = {
      config,
      runtime,
      budget,
      call,
      keys,
      mask: createMask(keys, () => contentOf(call), config.keyPrefixes),
      history: { attempts: [], outcome: "not_sent" },
      ends: runtime.now() + Math.min(call.options.deadline, longestCall),
    };
    try {
      headers.accept = "application/json";
      // Without a key such a request could do its work twice.
      if (!idempotent.test(call.route.method)) {
        const key = call.options.idempotencyKey ?? headers["idempotency-key"] ?? runtime.uuid();
        headers["idempotency-key"] = key;
        running.history.idempotencyKey = key;
      }
      return await makeAttempts(running);
    } catch (error) {
      // Nothing above is expected to throw, but whoever calls was promised a result.
      return endLocally(running, error);
    }
  };
}
