/**
 * All that an error tells beside its messages, in the order in which it is printed, with the type that it has in JSON,
 * where a date is a text. Nothing else gets into an error, out of it, or back.
 */
export const fields = {
  code: "string",
  type: "string",
  status: "number?",
  param: "string?",
  docUrl: "string?",
  requestId: "string?",
  rawCode: "string?",
  networkCode: "string?",
  operation: "string?",
  method: "string?",
  path: "string?",
  contentType: "string?",
  excerpt: "string?",
  retryable: "boolean",
  stopped: "string?",
  retryAfter: "number?",
  retryAt: "date?",
  rateLimit: "object?",
  attempts: "object",
  outcome: "string",
  idempotencyKey: "string?",
} as const;

export const attemptFields = {
  number: "number",
  operation: "string?",
  method: "string",
  path: "string",
  status: "number?",
  code: "string?",
  networkCode: "string?",
  requestId: "string?",
  durationMs: "number",
  delayMs: "number",
} as const;

export const rateLimitFields = {
  limit: "number?",
  remaining: "number?",
  reset: "date?",
  window: "number?",
} as const;
