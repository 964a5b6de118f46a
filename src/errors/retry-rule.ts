import { type Catalog, entryOf, type RetryRule } from "./catalog.ts";
import { clientRules } from "./client-codes.ts";

/** What decides whether a failed request may be sent again. */
export interface Failed {
  code: string;
  rawCode?: string | undefined;
  status?: number | undefined;
}

/** The contract's rule for a code. Where the contract is silent: retry what a later attempt may well change. */
export function retryRule(catalog: Catalog, { code, rawCode, status }: Failed): RetryRule {
  const rule = entryOf(clientRules, code) ?? entryOf(catalog, code)?.retry ?? "never";
  if (rule !== "status") return rule;
  // 408 and 429 ask for another try (RFC 9110 §15.5.9, RFC 6585 §4); 5xx is the server's failure (RFC 9110 §15.6).
  const temporary = /^(408|429|5\d\d)$/.test(`${status}`);
  // A code that is known, though not declared for the operation, keeps its rule.
  const known = code === "unrecognized_code" ? entryOf(catalog, rawCode) : undefined;
  return known?.retry ?? (temporary ? "backoff" : "never");
}
