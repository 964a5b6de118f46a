// expect: TS18048

import type { ApiError } from "@cstar.help/api-contract";

export const read = (error: ApiError<"invalid_id_format">) => error.param.toUpperCase();
