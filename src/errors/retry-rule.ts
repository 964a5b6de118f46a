import { type Catalog, entryOf, type RetryRule } from "./catalog.ts";
import { clientRules } from "./client-codes.ts";

/** What decides whether a failed request may be sent again. */
export interface Failed {
  code: string;
  rawCode?: string | undefined;
  status?: number | undefined;
}

/** The contract's rule for a code. Where the contract is silent: retry what a later attempt may well change. */
export function retryRule(catalog: Catalog, { code, rawCode, status = 0 }: Failed): RetryRule {
  const own = Object.hasOwn(clientRules, code) ? clientRules[code as keyof typeof clientRules] : undefined;
  if (own === undefined) return entryOf(catalog, code)?.retry ?? "never";
  if (own !== "status") return own;
  // A code that is known, though not declared for the operation, keeps its rule.
  const known = code === "unrecognized_code" && entryOf(catalog, rawCode);
  if (known) return known.retry;
  // 408 and 429 ask for another try (RFC 9110 §15.5.9, RFC 6585 §4); 5xx is the server's failure (RFC 9110 §15.6).
  return status === 408 || status === 429 || (status >= 500 && status < 600) ? "backoff" : "never";
}
