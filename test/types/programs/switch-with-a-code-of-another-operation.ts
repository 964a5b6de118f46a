// expect: TS2678

import type { OperationErrorCode } from "@cstar.help/api-contract";

export function isConflict(code: OperationErrorCode<"createTicket">): boolean {
  switch (code) {
    case "resource_conflict":
      return true;
    default:
      return false;
  }
}
