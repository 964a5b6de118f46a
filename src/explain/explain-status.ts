import type { ErrorTable } from "./error-table.ts";

/** All that is known about a status. */
export interface StatusExplanation {
  status: number;
  /** CommonMark; absent when the contract does not have the status. */
  meaning?: string;
  codes: { code: string; title: string }[];
  /** Who sends it, when it is not the API. */
  notTheApi?: string;
}

/** Statuses that proxies and load balancers in front of an API make themselves (RFC 9110 15.5 and 15.6). */
const OF_PROXIES: ReadonlySet<number> = new Set([407, 408, 413, 414, 431, 502, 503, 504]);

export function explainStatus({ statuses, errors }: ErrorTable, status: number): StatusExplanation {
  const meaning = statuses[status];
  const codes = errors.filter((row) => row.status === status).map(({ code, title }) => ({ code, title }));
  return {
    status,
    ...(meaning !== undefined && { meaning }),
    codes,
    ...(meaning === undefined && isOfProxy(status) && { notTheApi: OF_A_PROXY }),
  };
}

export const OF_A_PROXY =
  "It does not come from the API, but from something in front of it, such as a proxy or a load balancer. Try again after a pause that grows; if it stays, ask whoever runs it.";

/** Whether a status is one that something in front of the API makes. */
export function isOfProxy(status: number): boolean {
  return OF_PROXIES.has(status) || (status >= 520 && status <= 530); // Cloudflare's own
}
