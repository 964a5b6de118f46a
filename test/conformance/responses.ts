import { conformanceFacts as facts } from "../../generated/conformance.ts";
import { type CheckedResponse, type CheckOptions, checkResponse } from "../../src/conformance/index.ts";

export const team = "/api/v1/teams/6f9619ff-8b86-4d01-b42d-00cf4fc964ff";
export const limits = {
  "X-RateLimit-Limit": "1000",
  "X-RateLimit-Remaining": "999",
  "X-RateLimit-Reset": "1774868400",
  "X-RateLimit-Window": "3600",
};
export const json = { ...limits, "Content-Type": "application/json" };

/** The body of an error: of the contract, or with a code that it does not know. */
export function errorBody(code: string, change: Record<string, unknown> = {}, requestId = "req_1") {
  const { type, docUrl } = facts.errors[code] ?? {
    type: "api_error",
    docUrl: `https://cstar.help/developers/api/errors#${code}`,
  };
  const error = { type, code, message: "No.", doc_url: docUrl, request_id: requestId, ...change };
  return { success: false, error, meta: { requestId, timestamp: "2026-03-30T10:30:00Z" } };
}
export const deleted = {
  success: true,
  data: { id: "tkt_1", deleted: true },
  meta: { requestId: "req_1", timestamp: "2026-03-30T10:30:00Z" },
};

export const rulesOf = (response: CheckedResponse, options?: CheckOptions) =>
  checkResponse(facts, response, options).map(
    ({ rule, pointer, severity }) => `${rule} ${pointer}${severity === "note" ? " (note)" : ""}`,
  );

export interface Case {
  name: string;
  given: CheckedResponse;
  want: string[];
}
