// expect: TS2322

import type { ApiError } from "@cstar.help/api-contract";

export function isOurFault(
  error: ApiError<"internal_error" | "database_error" | "rate_limit_exceeded">,
): boolean {
  switch (error.code) {
    case "internal_error":
    case "database_error":
      return true;
    default: {
      // rate_limit_exceeded is left.
      const rest: never = error;
      return rest;
    }
  }
}
