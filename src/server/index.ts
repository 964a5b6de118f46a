export type { Context } from "./context.ts";
export type { CommonDetails } from "./details.ts";
export { bindErrorEnvelope, type ErrorEnvelopeFunction } from "./error-envelope.ts";
export { bindErrorResponse, type ErrorResponseFunction } from "./error-response.ts";
export type { Failure } from "./failure.ts";
export type { AjvIssue, Issue } from "./issue-path.ts";
export type { StandardIssue, StandardResult, StandardSchema } from "./standard-schema.ts";
export type { OperationId, ServerTable } from "./table.ts";
export { type ValidationCode, validationError, type Where } from "./validation-error.ts";
export {
  bindWithErrors,
  type ErrorInfo,
  type Handler,
  type WithErrorsFunction,
  type WithErrorsOptions,
} from "./with-errors.ts";
