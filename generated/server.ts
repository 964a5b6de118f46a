// Written by scripts/generate.ts from openapi/ with `npm run generate`. Do not edit: the next run replaces it.

import { bindErrorEnvelope, bindErrorResponse, bindWithErrors, type ServerTable } from "../src/server/index.ts";
import { envelope, errorCatalog } from "./catalog.ts";

const table: ServerTable = {
  catalog: errorCatalog,
  envelope,
  messages: {
    authentication_required: ["The Authorization header is missing or malformed. Send it as 'Bearer <key>'."],
    invalid_api_key: ["The API key is not valid or has been revoked."],
    invalid_key_format: ["The API key must start with one of: sk_live_, pk_live_, sk_test_, pk_test_."],
    key_expired: ["This API key has expired."],
    insufficient_permissions: ["This API key does not have the permission that this operation requires."],
    publishable_key_write: ["Publishable keys are read-only. Use a secret key to create, update or delete."],
    team_access_denied: ["This API key does not belong to the requested team."],
    parameter_missing: ["The '{param}' field is required."],
    parameter_invalid: ["The value of '{param}' is not valid."],
    invalid_json: ["The request body is not valid JSON."],
    invalid_id_format: ["The '{param}' must be a UUID or a prefixed ID of the right kind.", "An ID in the path must be a UUID or a prefixed ID of the right kind."],
    resource_conflict: ["The value of '{param}' is already taken."],
    resource_not_found: ["The requested resource does not exist."],
    rate_limit_exceeded: ["Too many requests in the current window. Wait before you try again."],
    internal_error: ["An unexpected error occurred on our side."],
    database_error: ["A database operation failed on our side."],
  },
  operations: {
    listTickets: ["authentication_required", "invalid_api_key", "invalid_key_format", "key_expired", "insufficient_permissions", "team_access_denied", "parameter_invalid", "invalid_id_format", "rate_limit_exceeded", "internal_error", "database_error"],
    createTicket: ["authentication_required", "invalid_api_key", "invalid_key_format", "key_expired", "insufficient_permissions", "publishable_key_write", "team_access_denied", "parameter_missing", "parameter_invalid", "invalid_json", "invalid_id_format", "rate_limit_exceeded", "internal_error", "database_error"],
    getTicket: ["authentication_required", "invalid_api_key", "invalid_key_format", "key_expired", "insufficient_permissions", "team_access_denied", "invalid_id_format", "resource_not_found", "rate_limit_exceeded", "internal_error", "database_error"],
    updateTicket: ["authentication_required", "invalid_api_key", "invalid_key_format", "key_expired", "insufficient_permissions", "publishable_key_write", "team_access_denied", "parameter_invalid", "invalid_json", "invalid_id_format", "resource_not_found", "rate_limit_exceeded", "internal_error", "database_error"],
    deleteTicket: ["authentication_required", "invalid_api_key", "invalid_key_format", "key_expired", "insufficient_permissions", "publishable_key_write", "team_access_denied", "invalid_id_format", "resource_not_found", "rate_limit_exceeded", "internal_error", "database_error"],
    listTicketMessages: ["authentication_required", "invalid_api_key", "invalid_key_format", "key_expired", "insufficient_permissions", "team_access_denied", "parameter_invalid", "invalid_id_format", "resource_not_found", "rate_limit_exceeded", "internal_error", "database_error"],
    createTicketMessage: ["authentication_required", "invalid_api_key", "invalid_key_format", "key_expired", "insufficient_permissions", "publishable_key_write", "team_access_denied", "parameter_missing", "parameter_invalid", "invalid_json", "invalid_id_format", "resource_not_found", "rate_limit_exceeded", "internal_error", "database_error"],
    listCustomers: ["authentication_required", "invalid_api_key", "invalid_key_format", "key_expired", "insufficient_permissions", "team_access_denied", "parameter_invalid", "invalid_id_format", "rate_limit_exceeded", "internal_error", "database_error"],
    createCustomer: ["authentication_required", "invalid_api_key", "invalid_key_format", "key_expired", "insufficient_permissions", "publishable_key_write", "team_access_denied", "parameter_missing", "parameter_invalid", "invalid_json", "invalid_id_format", "resource_conflict", "rate_limit_exceeded", "internal_error", "database_error"],
    getCustomer: ["authentication_required", "invalid_api_key", "invalid_key_format", "key_expired", "insufficient_permissions", "team_access_denied", "invalid_id_format", "resource_not_found", "rate_limit_exceeded", "internal_error", "database_error"],
    updateCustomer: ["authentication_required", "invalid_api_key", "invalid_key_format", "key_expired", "insufficient_permissions", "publishable_key_write", "team_access_denied", "parameter_invalid", "invalid_json", "invalid_id_format", "resource_conflict", "resource_not_found", "rate_limit_exceeded", "internal_error", "database_error"],
    deleteCustomer: ["authentication_required", "invalid_api_key", "invalid_key_format", "key_expired", "insufficient_permissions", "publishable_key_write", "team_access_denied", "invalid_id_format", "resource_not_found", "rate_limit_exceeded", "internal_error", "database_error"],
    listArticles: ["authentication_required", "invalid_api_key", "invalid_key_format", "key_expired", "insufficient_permissions", "team_access_denied", "parameter_invalid", "invalid_id_format", "rate_limit_exceeded", "internal_error", "database_error"],
    createArticle: ["authentication_required", "invalid_api_key", "invalid_key_format", "key_expired", "insufficient_permissions", "publishable_key_write", "team_access_denied", "parameter_missing", "parameter_invalid", "invalid_json", "invalid_id_format", "resource_conflict", "rate_limit_exceeded", "internal_error", "database_error"],
    getArticle: ["authentication_required", "invalid_api_key", "invalid_key_format", "key_expired", "insufficient_permissions", "team_access_denied", "invalid_id_format", "resource_not_found", "rate_limit_exceeded", "internal_error", "database_error"],
    updateArticle: ["authentication_required", "invalid_api_key", "invalid_key_format", "key_expired", "insufficient_permissions", "publishable_key_write", "team_access_denied", "parameter_invalid", "invalid_json", "invalid_id_format", "resource_conflict", "resource_not_found", "rate_limit_exceeded", "internal_error", "database_error"],
    deleteArticle: ["authentication_required", "invalid_api_key", "invalid_key_format", "key_expired", "insufficient_permissions", "publishable_key_write", "team_access_denied", "invalid_id_format", "resource_not_found", "rate_limit_exceeded", "internal_error", "database_error"],
  },
  params: {
    listTickets: ["teamId", "page", "pageSize", "status", "priority", "assignedTo", "customerId", "search", "expand"],
    createTicket: ["teamId", "Idempotency-Key", "title", "priority", "status", "customerId", "customerName", "tags", "notes", "metadata", "initialMessage"],
    getTicket: ["teamId", "ticketId"],
    updateTicket: ["teamId", "ticketId", "Idempotency-Key", "title", "priority", "status", "customerId", "customerName", "tags", "notes", "metadata"],
    deleteTicket: ["teamId", "ticketId"],
    listTicketMessages: ["teamId", "ticketId", "page", "pageSize"],
    createTicketMessage: ["teamId", "ticketId", "Idempotency-Key", "content", "sender"],
    listCustomers: ["teamId", "page", "pageSize", "status", "sentiment", "search", "tag"],
    createCustomer: ["teamId", "Idempotency-Key", "name", "email", "sentiment", "status", "tags", "notes", "customFields", "metadata"],
    getCustomer: ["teamId", "customerId"],
    updateCustomer: ["teamId", "customerId", "Idempotency-Key", "name", "email", "sentiment", "status", "tags", "notes", "customFields", "metadata"],
    deleteCustomer: ["teamId", "customerId"],
    listArticles: ["teamId", "page", "pageSize", "status", "category", "isPublic", "search", "tag"],
    createArticle: ["teamId", "Idempotency-Key", "title", "content", "excerpt", "categoryId", "status", "isPublic", "tags", "slug", "notes", "metaDescription", "metadata"],
    getArticle: ["teamId", "articleId"],
    updateArticle: ["teamId", "articleId", "Idempotency-Key", "title", "content", "excerpt", "categoryId", "status", "isPublic", "tags", "slug", "notes", "metaDescription", "metadata"],
    deleteArticle: ["teamId", "articleId"],
  },
};

/** The JSON body of an error. */
export const errorEnvelope = /* @__PURE__ */ bindErrorEnvelope(table);

/** An error as a `Response`, with its status and headers. */
export const errorResponse = /* @__PURE__ */ bindErrorResponse(table);

/** Wraps a handler, so that whatever it throws becomes an error of the contract. */
export const withErrors = /* @__PURE__ */ bindWithErrors(table);
