// expect: TS2678

import type { ApiError } from "@cstar.help/api-contract";

export function isExpired(error: ApiError): boolean {
  switch (error.code) {
    case "key_expierd":
      return true;
    default:
      return false;
  }
}
