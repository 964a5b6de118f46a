// expect: TS2344

import type { ErrorEnvelope } from "@cstar.help/api-contract";

export type Envelope = ErrorEnvelope<"token_expired">;
