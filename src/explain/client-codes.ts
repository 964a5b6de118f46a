import type { RetryRule } from "../contract/index.ts";

/** `status`: it depends on the status of the response. */
export type ClientRetryRule = RetryRule | "status";

/** A code that the TypeScript client uses when there is no error of the API to report. Texts are CommonMark. */
export interface ClientCodeRow {
  code: string;
  title: string;
  description: string;
  fixes: string[];
  retry: ClientRetryRule;
}

/** The client's codes, in the order in which a call can meet them. */
export const CLIENT_CODES: readonly ClientCodeRow[] = [
  {
    code: "connection_error",
    title: "Connection failed",
    description:
      "No response arrived: the name could not be resolved, the connection was refused or reset, or the network is down. `networkCode` says what the system reported, and `outcome` whether the request may have been carried out.",
    fixes: [
      "Check the network, the proxy, and the `baseUrl` of the client.",
      "In a browser, check the console: a request that CORS blocks looks the same.",
    ],
    retry: "backoff",
  },
  {
    code: "timeout",
    title: "Timeout",
    description:
      "No complete response arrived in time: an attempt exceeded `attemptTimeout`, or the call its `deadline`. The request may have been carried out.",
    fixes: [
      "Raise `attemptTimeout` or `deadline` if the call needs more time.",
      "Repeat a write later with the same `idempotencyKey`.",
    ],
    retry: "backoff",
  },
  {
    code: "aborted",
    title: "Aborted",
    description:
      "Your program canceled the call with its `signal`. If `outcome` is `unknown`, the request may have been carried out.",
    fixes: ["Nothing, if the call was meant to be canceled."],
    retry: "never",
  },
  {
    code: "unexpected_response",
    title: "Unexpected response",
    description:
      "The response did not come from the API, or was damaged: an HTML page from a proxy, an empty or truncated body, or JSON of another form. `status`, `contentType` and `excerpt` show what arrived.",
    fixes: [
      "Check the `baseUrl`, and what stands between your program and the API.",
      "If the response did come from the API, contact support and include the `requestId`.",
    ],
    retry: "status",
  },
  {
    code: "unrecognized_code",
    title: "Unrecognized code",
    description:
      "The API returned an error with a code that this version of the client does not know, or that the operation does not declare. `rawCode` holds it.",
    fixes: [
      "Look `rawCode` up in this reference, and update the package.",
      "Keep a default branch for codes that are added later.",
    ],
    retry: "status",
  },
  {
    code: "local_error",
    title: "Local error",
    description:
      "The call failed in your own program, before or after the request: the function that provides the key threw, a hook threw, or the body could not be converted to JSON. `cause` holds the original error.",
    fixes: ["Read `cause`, and correct the function that it names."],
    retry: "never",
  },
];
