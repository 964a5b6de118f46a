import { isApiKey } from "./api-key.ts";
import { abortion } from "./attempt.ts";
import { copyCause } from "./cause.ts";
import type { Mask } from "./mask.ts";
import type { TransportOptions } from "./options.ts";
import type { Failure } from "./read-answer.ts";
import { type Limit, within } from "./within.ts";

interface Asking {
  apiKey: TransportOptions["apiKey"];
  prefixes: readonly string[];
  mask: Mask;
  limit: Limit;
}

/** The key for the next attempt, or why there is none. A function gets no more time than an attempt does. */
export async function askForKey(asking: Asking): Promise<string | Failure> {
  const { apiKey, prefixes, mask, limit } = asking;
  if (typeof apiKey === "string") return apiKey;
  try {
    const key = await within(limit, async () => apiKey());
    if (limit.signal?.aborted) return { code: "aborted", init: abortion(limit.signal) };
    // Also when the time was up: the word for that is no key either.
    if (isApiKey(key, prefixes)) return key;
    const what = key === "timeout" ? "did not answer in time" : "gave something that cannot be a key";
    return { code: "local_error", init: { rawMessage: `The apiKey function ${what}` } };
  } catch (error) {
    const init = { rawMessage: "The apiKey function failed", cause: copyCause(error, mask) };
    return { code: "local_error", init };
  }
}
