// expect: TS2375

import type { ApiError } from "@cstar.help/api-contract";

// Absent is fine and undefined is not: exactOptionalPropertyTypes tells them apart, and so does the contract.
export const error: ApiError<"invalid_id_format"> = {
  type: "invalid_request_error",
  code: "invalid_id_format",
  message: "'123' is not an id.",
  param: undefined,
  doc_url: "https://cstar.help/developers/api/errors#invalid_id_format",
  request_id: "req_a1B2c3D4e5F6",
};
