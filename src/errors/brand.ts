import type { AnyErrorCode, CStarErrorFor } from "./types.ts";

/** Marks the errors of every copy of this package, however it was bundled; `instanceof` knows only its own copy. */
export const brand = Symbol.for("@cstar.help/api-contract/CStarError");

/** Whether `value` is an error of this package and, if codes are given, has one of them. Never throws. */
export function isCStarError<C extends AnyErrorCode = AnyErrorCode>(
  value: unknown,
  ...codes: C[]
): value is CStarErrorFor<C> {
  if (typeof value !== "object" || value === null || !(brand in value)) return false;
  return codes.length === 0 || ("code" in value && codes.includes(value.code as C));
}
