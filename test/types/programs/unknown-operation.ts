// expect: TS2344

import type { OperationErrorCode } from "@cstar.help/api-contract";

export type Codes = OperationErrorCode<"createTickets">;
