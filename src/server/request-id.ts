const pattern = /^req_[A-Za-z0-9]+$/;

/** Whether `value` may be the id of a request; ids that come from outside may be anything. */
export function isRequestId(value: unknown): value is string {
  return typeof value === "string" && pattern.test(value);
}

/** A new id: `req_` and 32 hexadecimal digits. */
export function createRequestId(): string {
  return `req_${crypto.randomUUID().replaceAll("-", "")}`;
}
