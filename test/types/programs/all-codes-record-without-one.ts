// expect: TS2741

import type { ErrorCode } from "@cstar.help/api-contract";

export const seen: Record<ErrorCode, number> = {
  authentication_required: 0,
  invalid_api_key: 0,
  invalid_key_format: 0,
  key_expired: 0,
  insufficient_permissions: 0,
  publishable_key_write: 0,
  team_access_denied: 0,
  parameter_missing: 0,
  parameter_invalid: 0,
  invalid_json: 0,
  invalid_id_format: 0,
  resource_conflict: 0,
  resource_not_found: 0,
  rate_limit_exceeded: 0,
  internal_error: 0,
  // database_error is missing.
};
