/**
 * All that an error tells beside its message, in the order in which it is printed, with the type that it has in JSON.
 * Nothing else gets into an error, out of it, or back.
 */
export const fields = {
  code: "string",
  type: "string",
  status: "number",
  param: "string",
  docUrl: "string",
  requestId: "string",
  rawCode: "string",
  rawMessage: "string",
  contentType: "string",
  excerpt: "string",
  retryable: "boolean",
  stopped: "string",
  retryAfter: "number",
  retryAt: "string",
  rateLimit: "object",
  attempts: "object",
  outcome: "string",
  idempotencyKey: "string",
} as const;
