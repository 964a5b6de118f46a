// Written by scripts/generate.ts from openapi/ with `npm run generate`. Do not edit: the next run replaces it.

import {
  type AnyErrorCode,
  type CStarErrorConstructor,
  type CStarErrorFor,
  defineCStarError,
  type EnvelopeNames,
  withDocUrls,
  withFromJSON,
} from "../src/errors/index.ts";
import type { components } from "./types.ts";

type Schemas = components["schemas"];

/** Version of the contract that this was made from. */
export const contractVersion = "1.0.0";

/** Where the API lives, unless the client is told otherwise. */
export const defaultBaseUrl = "https://www.cstar.help/api/v1";

/** What an API key begins with. */
export const keyPrefixes = ["sk_live_", "pk_live_", "sk_test_", "pk_test_"] as const;

/** What the parts of every body are called in JSON, by their role. */
export const envelope = { success: "success", error: "error", data: "data", meta: "meta", pagination: "pagination", fields: { type: "type", code: "code", message: "message", param: "param", docUrl: "doc_url", requestId: "request_id" }, metaFields: { requestId: "requestId", timestamp: "timestamp" } } as const satisfies EnvelopeNames;

/** What the contract says about each error code. */
export const errorCatalog = /* @__PURE__ */ withDocUrls("https://cstar.help/developers/api/errors#", {
  /** Authentication required */
  authentication_required: {
    type: "authentication_error",
    status: 401,
    title: "Authentication required",
    param: "never",
    retry: "never",
  },
  /** Invalid API key */
  invalid_api_key: {
    type: "authentication_error",
    status: 401,
    title: "Invalid API key",
    param: "never",
    retry: "never",
  },
  /** Invalid key format */
  invalid_key_format: {
    type: "authentication_error",
    status: 401,
    title: "Invalid key format",
    param: "never",
    retry: "never",
  },
  /** Key expired */
  key_expired: {
    type: "authentication_error",
    status: 401,
    title: "Key expired",
    param: "never",
    retry: "never",
  },
  /** Insufficient permissions */
  insufficient_permissions: {
    type: "authentication_error",
    status: 403,
    title: "Insufficient permissions",
    param: "never",
    retry: "never",
  },
  /** Write with a publishable key */
  publishable_key_write: {
    type: "authentication_error",
    status: 403,
    title: "Write with a publishable key",
    param: "never",
    retry: "never",
  },
  /** Team access denied */
  team_access_denied: {
    type: "authentication_error",
    status: 403,
    title: "Team access denied",
    param: "never",
    retry: "never",
  },
  /** Parameter missing */
  parameter_missing: {
    type: "invalid_request_error",
    status: 400,
    title: "Parameter missing",
    param: "required",
    retry: "never",
  },
  /** Parameter invalid */
  parameter_invalid: {
    type: "invalid_request_error",
    status: 400,
    title: "Parameter invalid",
    param: "required",
    retry: "never",
  },
  /** Invalid JSON */
  invalid_json: {
    type: "invalid_request_error",
    status: 400,
    title: "Invalid JSON",
    param: "never",
    retry: "never",
  },
  /** Invalid ID format */
  invalid_id_format: {
    type: "invalid_request_error",
    status: 400,
    title: "Invalid ID format",
    param: "optional",
    retry: "never",
  },
  /** Resource conflict */
  resource_conflict: {
    type: "invalid_request_error",
    status: 409,
    title: "Resource conflict",
    param: "required",
    retry: "never",
  },
  /** Resource not found */
  resource_not_found: {
    type: "not_found_error",
    status: 404,
    title: "Resource not found",
    param: "never",
    retry: "never",
  },
  /** Rate limit exceeded */
  rate_limit_exceeded: {
    type: "rate_limit_error",
    status: 429,
    title: "Rate limit exceeded",
    param: "never",
    retry: "after",
  },
  /** Internal error */
  internal_error: {
    type: "api_error",
    status: 500,
    title: "Internal error",
    param: "never",
    retry: "backoff",
  },
  /** Database error */
  database_error: {
    type: "api_error",
    status: 500,
    title: "Database error",
    param: "never",
    retry: "backoff",
  },
});

export type ErrorCatalog = typeof errorCatalog;

/** The codes of the API's errors. */
export type ErrorCode = keyof ErrorCatalog;

/** The broad categories of the API's errors. */
export type ErrorType = "authentication_error" | "invalid_request_error" | "not_found_error" | "rate_limit_error" | "api_error";

/** What every body says about its request. */
export type Meta = Schemas["Meta"];

/** Where a page lies in its list. */
export type Pagination = Schemas["Pagination"];

/** The error object that the API sends for each code. */
export interface ApiErrors {
  authentication_required: Schemas["authentication_required"];
  invalid_api_key: Schemas["invalid_api_key"];
  invalid_key_format: Schemas["invalid_key_format"];
  key_expired: Schemas["key_expired"];
  insufficient_permissions: Schemas["insufficient_permissions"];
  publishable_key_write: Schemas["publishable_key_write"];
  team_access_denied: Schemas["team_access_denied"];
  parameter_missing: Schemas["parameter_missing"];
  parameter_invalid: Schemas["parameter_invalid"];
  invalid_json: Schemas["invalid_json"];
  invalid_id_format: Schemas["invalid_id_format"];
  resource_conflict: Schemas["resource_conflict"];
  resource_not_found: Schemas["resource_not_found"];
  rate_limit_exceeded: Schemas["rate_limit_exceeded"];
  internal_error: Schemas["internal_error"];
  database_error: Schemas["database_error"];
}

/** The codes that each operation can return. */
export interface OperationErrorCodes {
  listTickets: "authentication_required" | "invalid_api_key" | "invalid_key_format" | "key_expired" | "insufficient_permissions" | "team_access_denied" | "parameter_invalid" | "invalid_id_format" | "rate_limit_exceeded" | "internal_error" | "database_error";
  createTicket: "authentication_required" | "invalid_api_key" | "invalid_key_format" | "key_expired" | "insufficient_permissions" | "publishable_key_write" | "team_access_denied" | "parameter_missing" | "parameter_invalid" | "invalid_json" | "invalid_id_format" | "rate_limit_exceeded" | "internal_error" | "database_error";
  getTicket: "authentication_required" | "invalid_api_key" | "invalid_key_format" | "key_expired" | "insufficient_permissions" | "team_access_denied" | "invalid_id_format" | "resource_not_found" | "rate_limit_exceeded" | "internal_error" | "database_error";
  updateTicket: "authentication_required" | "invalid_api_key" | "invalid_key_format" | "key_expired" | "insufficient_permissions" | "publishable_key_write" | "team_access_denied" | "parameter_invalid" | "invalid_json" | "invalid_id_format" | "resource_not_found" | "rate_limit_exceeded" | "internal_error" | "database_error";
  deleteTicket: "authentication_required" | "invalid_api_key" | "invalid_key_format" | "key_expired" | "insufficient_permissions" | "publishable_key_write" | "team_access_denied" | "invalid_id_format" | "resource_not_found" | "rate_limit_exceeded" | "internal_error" | "database_error";
  listTicketMessages: "authentication_required" | "invalid_api_key" | "invalid_key_format" | "key_expired" | "insufficient_permissions" | "team_access_denied" | "parameter_invalid" | "invalid_id_format" | "resource_not_found" | "rate_limit_exceeded" | "internal_error" | "database_error";
  createTicketMessage: "authentication_required" | "invalid_api_key" | "invalid_key_format" | "key_expired" | "insufficient_permissions" | "publishable_key_write" | "team_access_denied" | "parameter_missing" | "parameter_invalid" | "invalid_json" | "invalid_id_format" | "resource_not_found" | "rate_limit_exceeded" | "internal_error" | "database_error";
  listCustomers: "authentication_required" | "invalid_api_key" | "invalid_key_format" | "key_expired" | "insufficient_permissions" | "team_access_denied" | "parameter_invalid" | "invalid_id_format" | "rate_limit_exceeded" | "internal_error" | "database_error";
  createCustomer: "authentication_required" | "invalid_api_key" | "invalid_key_format" | "key_expired" | "insufficient_permissions" | "publishable_key_write" | "team_access_denied" | "parameter_missing" | "parameter_invalid" | "invalid_json" | "invalid_id_format" | "resource_conflict" | "rate_limit_exceeded" | "internal_error" | "database_error";
  getCustomer: "authentication_required" | "invalid_api_key" | "invalid_key_format" | "key_expired" | "insufficient_permissions" | "team_access_denied" | "invalid_id_format" | "resource_not_found" | "rate_limit_exceeded" | "internal_error" | "database_error";
  updateCustomer: "authentication_required" | "invalid_api_key" | "invalid_key_format" | "key_expired" | "insufficient_permissions" | "publishable_key_write" | "team_access_denied" | "parameter_invalid" | "invalid_json" | "invalid_id_format" | "resource_conflict" | "resource_not_found" | "rate_limit_exceeded" | "internal_error" | "database_error";
  deleteCustomer: "authentication_required" | "invalid_api_key" | "invalid_key_format" | "key_expired" | "insufficient_permissions" | "publishable_key_write" | "team_access_denied" | "invalid_id_format" | "resource_not_found" | "rate_limit_exceeded" | "internal_error" | "database_error";
  listArticles: "authentication_required" | "invalid_api_key" | "invalid_key_format" | "key_expired" | "insufficient_permissions" | "team_access_denied" | "parameter_invalid" | "invalid_id_format" | "rate_limit_exceeded" | "internal_error" | "database_error";
  createArticle: "authentication_required" | "invalid_api_key" | "invalid_key_format" | "key_expired" | "insufficient_permissions" | "publishable_key_write" | "team_access_denied" | "parameter_missing" | "parameter_invalid" | "invalid_json" | "invalid_id_format" | "resource_conflict" | "rate_limit_exceeded" | "internal_error" | "database_error";
  getArticle: "authentication_required" | "invalid_api_key" | "invalid_key_format" | "key_expired" | "insufficient_permissions" | "team_access_denied" | "invalid_id_format" | "resource_not_found" | "rate_limit_exceeded" | "internal_error" | "database_error";
  updateArticle: "authentication_required" | "invalid_api_key" | "invalid_key_format" | "key_expired" | "insufficient_permissions" | "publishable_key_write" | "team_access_denied" | "parameter_invalid" | "invalid_json" | "invalid_id_format" | "resource_conflict" | "resource_not_found" | "rate_limit_exceeded" | "internal_error" | "database_error";
  deleteArticle: "authentication_required" | "invalid_api_key" | "invalid_key_format" | "key_expired" | "insufficient_permissions" | "publishable_key_write" | "team_access_denied" | "invalid_id_format" | "resource_not_found" | "rate_limit_exceeded" | "internal_error" | "database_error";
}

/** The codes that an operation can return, such as `OperationErrorCode<"listTickets">`. */
export type OperationErrorCode<O extends keyof OperationErrorCodes> = OperationErrorCodes[O];

/** Not public: the class of `CStarError` without its `fromJSON`, for the client. */
export const errorClass = /* @__PURE__ */ defineCStarError(errorCatalog);

/** The error of every failure. As a type it is one of its codes' errors: a `switch` on `code` narrows it. */
export const CStarError: CStarErrorConstructor = /* @__PURE__ */ withFromJSON(errorClass, errorCatalog);
export type CStarError<C extends AnyErrorCode = AnyErrorCode> = CStarErrorFor<C>;
