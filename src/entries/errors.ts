export {
  type ApiErrors,
  CStarError,
  contractVersion,
  type ErrorCatalog,
  type ErrorCode,
  type ErrorType,
  errorCatalog,
  type Meta,
  type OperationErrorCode,
  type Pagination,
} from "../../generated/catalog.ts";
export type { components, operations, paths } from "../../generated/types.ts";
export {
  type AnyErrorCode,
  type ApiError,
  type Attempt,
  type CallOutcome,
  type CatalogEntry,
  type ClientErrorCode,
  type CStarErrorInit,
  type CStarErrorJson,
  type ErrorEnvelope,
  isCStarError,
  type ParamRule,
  type RateLimit,
  type RetryRule,
  type StopReason,
} from "../errors/index.ts";
