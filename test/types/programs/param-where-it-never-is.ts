// expect: TS2339

import type { ApiError } from "@cstar.help/api-contract";

export const read = (error: ApiError<"key_expired">) => error.param;
