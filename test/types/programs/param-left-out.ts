// expect: TS2322

import type { ApiError } from "@cstar.help/api-contract";

export const error: ApiError<"parameter_missing"> = {
  type: "invalid_request_error",
  code: "parameter_missing",
  message: "The 'title' field is required.",
  doc_url: "https://cstar.help/developers/api/errors#parameter_missing",
  request_id: "req_a1B2c3D4e5F6",
};
