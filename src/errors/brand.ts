import type { AnyErrorCode, CStarErrorFor } from "./types.ts";

/** Marks the errors of every copy of this package, however it was bundled; `instanceof` knows only its own copy. */
export const brand = Symbol.for("@cstar.help/api-contract/CStarError");

/** Whether `value` is an error of this package and, if codes are given, has one of them. Never throws. */
export function isCStarError<C extends AnyErrorCode = AnyErrorCode>(
  value: unknown,
  ...codes: C[]
): value is CStarErrorFor<C> {
  const error = Object(value);
  return brand in error && (!codes[0] || codes.includes(error.code));
}
