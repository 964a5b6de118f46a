// expect: nothing

import type { ApiError, ErrorEnvelope } from "@cstar.help/api-contract";

/** A type stands for a group of codes, and narrows to it. */
export function codeOf({ error }: ErrorEnvelope): string {
  if (error.type === "not_found_error") return error.code satisfies "resource_not_found";
  if (error.type === "api_error") return error.code satisfies "internal_error" | "database_error";
  return error.code satisfies Exclude<
    ApiError["code"],
    "resource_not_found" | "internal_error" | "database_error"
  >;
}
