// expect: nothing

import type { CStarError, OperationErrorCode } from "@cstar.help/api-contract";

type Code = "parameter_missing" | "key_expired" | "timeout" | "unrecognized_code";

/** The error object of the client narrows like the one on the wire. */
export function tell(error: CStarError<Code>): string {
  switch (error.code) {
    case "parameter_missing":
      return error.param.toUpperCase();
    case "key_expired":
      return error.type satisfies "authentication_error";
    case "timeout":
      return error.message;
    case "unrecognized_code":
      return error.rawCode ?? "";
  }
}

/** Every error object of an operation is an `Error`. */
export const asError = (error: CStarError<OperationErrorCode<"createTicket">>): Error => error;
