/**
 * The names that make up the convention: an envelope `{ error: { type, code, message, doc_url, request_id, param },
 * meta: { requestId } }` and extensions on the schema of each code. Nothing else in these rules is fixed by name.
 */
export const FIELD = {
  error: "error",
  meta: "meta",
  code: "code",
  type: "type",
  message: "message",
  docUrl: "doc_url",
  requestId: "request_id",
  metaRequestId: "requestId",
  param: "param",
} as const;

/** Extensions on the schema of a code, on the registry of codes and on the list of types. */
export const EXTENSION = {
  status: "x-http-status",
  retry: "x-retry",
  appliesTo: "x-applies-to",
  since: "x-since",
  causes: "x-causes",
  fixes: "x-fixes",
  actor: "x-actor",
  splitFrom: "x-split-from",
  retired: "x-retired-codes",
  types: "x-error-types",
  keyPrefixes: "x-key-prefixes",
} as const;

/** Component that holds the registry of codes, if the document calls it so. */
export const REGISTRY_NAME = "ErrorCode";

/** Component that holds the registry of types, if the document calls it so. */
export const TYPES_NAME = "ErrorType";
