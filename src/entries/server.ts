export type { ErrorCode, OperationErrorCode } from "../../generated/catalog.ts";
export { errorEnvelope, errorResponse, withErrors } from "../../generated/server.ts";
export type { ErrorEnvelope, RateLimit } from "../errors/index.ts";
export {
  type AjvIssue,
  type CommonDetails,
  type Context,
  type ErrorInfo,
  type Failure,
  type Handler,
  type Issue,
  type OperationId,
  type StandardIssue,
  type StandardResult,
  type StandardSchema,
  type ValidationCode,
  validationError,
  type Where,
  type WithErrorsOptions,
} from "../server/index.ts";
