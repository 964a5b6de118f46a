// expect: TS2366

import type { ApiError } from "@cstar.help/api-contract";

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
    case "invalid_json":
    case "invalid_id_format":
      return "Correct the request.";
    case "resource_not_found":
      return "Look for it elsewhere.";
    case "internal_error":
    case "database_error":
      return "Try again later.";
    // rate_limit_exceeded is missing.
  }
}
