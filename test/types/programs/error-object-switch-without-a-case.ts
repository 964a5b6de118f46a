// expect: TS2322

import type { CStarError } from "@cstar.help/api-contract";

export function tell(error: CStarError<"key_expired" | "timeout">): string {
  switch (error.code) {
    case "key_expired":
      return "expired";
    default: {
      const rest: never = error;
      return rest;
    }
  }
}
