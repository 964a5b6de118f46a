import { createBudget } from "./budget.ts";
import { type Call, type CallEnd, endLocally, type Running, type TransportConfig } from "./call.ts";
import { makeAttempts } from "./make-attempts.ts";
import { requestMask } from "./mask.ts";
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
    const { headers, signal } = call;
    const keys: string[] = [];
    const started = runtime.now();
    const ends = started + Math.min(call.deadline, longestCall);
    const left = () => Math.max(0, ends - runtime.now());
    const running: Running = {
      config,
      runtime,
      budget,
      call,
      keys,
      left,
      mask: requestMask(call, keys, config.keyPrefixes),
      limit: (most = call.attemptTimeout) => ({ ms: Math.min(most, left()), signal, runtime }),
      history: { attempts: [], outcome: "not_sent" },
    };
    try {
      headers.accept = "application/json";
      // Without a key such a request could do its work twice.
      if (!idempotent.test(call.route.method)) {
        const key = call.idempotencyKey ?? headers["idempotency-key"] ?? runtime.uuid();
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
