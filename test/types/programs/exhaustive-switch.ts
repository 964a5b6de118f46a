// expect: nothing

import type { ApiError } from "@cstar.help/api-contract";

/** No `default`: the compiler knows that every code is here. */
export function advice(error: ApiError): string {
  switch (error.code) {
    case "authentication_required":
    case "invalid_api_key":
    case "invalid_key_format":
    case "key_expired":
      return "Get another key.";
    case "insufficient_permissions":
    case "publishable_key_write":
    case "team_access_denied":
      return "Use a key that may do this.";
    case "parameter_missing":
    case "parameter_invalid":
    case "resource_conflict":
      return `Correct ${error.param.toUpperCase()}.`;
    case "invalid_json":
      return "Send JSON.";
    case "invalid_id_format":
      return `Correct the id in ${error.param?.toUpperCase() ?? "the path"}.`;
    case "resource_not_found":
      return "Look for it elsewhere.";
    case "rate_limit_exceeded":
      return "Wait.";
    case "internal_error":
    case "database_error":
      return `Tell support ${error.request_id}.`;
  }
}
