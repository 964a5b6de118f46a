import type { ErrorCode } from "../../generated/catalog.ts";
import type { AnyDetails } from "./details.ts";

/** What a failure is to become, by the error that stands for it: nobody outside can make one, or change one. */
const failures = /* @__PURE__ */ new WeakMap<object, FailureFacts>();

export interface FailureFacts {
  code: ErrorCode;
  details: Pick<AnyDetails, "message" | "param" | "retryAfter">;
}

/** An error to throw; `withErrors` turns it into the response of its code. */
export interface Failure<C extends ErrorCode = ErrorCode> extends Error {
  readonly name: "Failure";
  readonly code: C;
}

/** Makes the error that is thrown for a code. `cause` is for your own logs and goes nowhere else. */
export function createFailure(code: ErrorCode, details: AnyDetails = {}): Failure {
  const { message, param, retryAfter, cause } = details;
  const text = `[${code}] ${message ?? param ?? ""}`.trim();
  const failure = new Error(text, cause === undefined ? undefined : { cause });
  failures.set(failure, { code, details: { message, param, retryAfter } });
  return Object.assign(failure, { name: "Failure" as const, code });
}

/** What a thrown value is to become; undefined for everything that `createFailure` did not make. */
export function failureFacts(thrown: unknown): FailureFacts | undefined {
  // No property of a thrown value is read: it may be a proxy that throws.
  return failures.get(thrown as object);
}
