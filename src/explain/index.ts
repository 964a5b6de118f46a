export { CLIENT_CODES, type ClientCodeRow, type ClientRetryRule } from "./client-codes.ts";
export type { ErrorRow, ErrorTable } from "./error-table.ts";
export { type CodeExplanation, explainCode, type UnknownCode, unknownCode } from "./explain-code.ts";
export {
  explainResponse,
  explainResponses,
  isSound,
  type Knowledge,
  type ResponseExplanation,
} from "./explain-response.ts";
export { explainStatus, type StatusExplanation } from "./explain-status.ts";
export { type Asked, findCode } from "./find-code.ts";
export { printClientCode, printCode, printUnknown } from "./print-code.ts";
export { printResponse } from "./print-response.ts";
export { printStatus } from "./print-status.ts";
export { whenToRetry } from "./when-to-retry.ts";
