import type { Fault } from "./fault.ts";

export interface Scenario {
  /** What happens, in a few words. */
  summary: string;
  faults: readonly Fault[];
}

/** The API got and did what was asked, and every response is spoilt, replays too. */
const received: Fault = { effect: "done", times: "always", replays: true };

/** Faults with a name, which an address can ask for: `/~my-test+database-down/api/v1`. */
export const scenarios: Readonly<Record<string, Scenario>> = {
  "database-down": {
    summary: "every request fails with database_error",
    faults: [{ code: "database_error", times: "always" }],
  },
  "database-blip": {
    summary: "one request fails with database_error, then all is well",
    faults: [{ code: "database_error" }],
  },
  "internal-error": {
    summary: "one request fails with internal_error, then all is well",
    faults: [{ code: "internal_error" }],
  },
  "rate-limited": {
    summary: "one request is told to come back after a second",
    faults: [{ code: "rate_limit_exceeded", retryAfter: 1 }],
  },
  "lost-response": {
    summary: "one request takes effect, and its connection breaks before the response",
    faults: [{ effect: "done", reset: "before" }],
  },
  "late-error": {
    summary: "one request takes effect, and its response is internal_error",
    faults: [{ effect: "done", code: "internal_error" }],
  },
  reset: { summary: "the connection of one request breaks at once", faults: [{ reset: "before" }] },
  "stalled-headers": { summary: "one request never gets a response", faults: [{ stall: "headers" }] },
  "stalled-body": {
    summary: "every response stops in the middle of its body",
    faults: [{ stall: "body", ...received }],
  },
  "cut-body": {
    summary: "every body ends in its middle",
    faults: [{ cut: true, ...received }],
  },
  "empty-body": { summary: "every body is empty", faults: [{ empty: true, ...received }] },
  "html-200": {
    summary: "every response is a page of HTML with status 200, as a captive portal sends it",
    faults: [
      {
        raw: { status: 200, headers: { "content-type": "text/html" }, body: "<p>Sign in</p>" },
        times: "always",
      },
    ],
  },
  "gateway-down": {
    summary: "every response is a gateway's page of HTML with status 502",
    faults: [{ html: true, status: 502, times: "always" }],
  },
  redirect: { summary: "every response is a redirect", faults: [{ redirect: true, times: "always" }] },
  slow: { summary: "every response takes a second", faults: [{ delay: 1000, times: "always" }] },
};
