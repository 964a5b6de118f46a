// expect: nothing

import type { OperationErrorCode } from "@cstar.help/api-contract";

export function who(code: OperationErrorCode<"getTicket">): "me" | "them" {
  switch (code) {
    case "authentication_required":
    case "invalid_api_key":
    case "invalid_key_format":
    case "key_expired":
    case "insufficient_permissions":
    case "team_access_denied":
    case "invalid_id_format":
    case "resource_not_found":
    case "rate_limit_exceeded":
      return "me";
    case "internal_error":
    case "database_error":
      return "them";
  }
}
