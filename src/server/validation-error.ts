import type { ErrorCode } from "../../generated/catalog.ts";
import { createFailure, type Failure } from "./failure.ts";
import { type Issue, isAbsent, issuePath, paramName } from "./issue-path.ts";

/** Where a value that is validated comes from. */
export type Where = "body" | "query" | "path" | "header";

/** The codes that a failed validation can become. */
export type ValidationCode = "parameter_missing" | "parameter_invalid" | "invalid_id_format";

/**
 * The error for the issues of a Standard Schema or the errors of Ajv: one response reports one problem, what is missing
 * before what is invalid, otherwise in the order of the validator; `parse` of `withErrors` knows the operation, and so
 * keeps to the order of the document. A field is missing when the input has no such key.
 * @param where defaults to `body`. A field can be missing from a body alone, and a bad id is only one in the path.
 * @returns an error to throw within `withErrors`
 */
export function validationError(
  issues: readonly Issue[],
  input: unknown,
  where?: Where,
): Failure<ValidationCode> {
  return toFailure(issues, { input, where });
}

export interface Validated {
  input: unknown;
  where?: Where | undefined;
  /** The codes that the operation declares; all when left out. */
  declared?: readonly ErrorCode[] | undefined;
  /** What the operation takes, in the order in which problems are reported. */
  params?: readonly string[] | undefined;
}

export function toFailure(
  issues: readonly Issue[],
  { input, where = "body", declared, params = [] }: Validated,
): Failure<ValidationCode> {
  const paths = inOrder(
    issues.map((issue) => issuePath(issue, input)),
    params,
  );
  if (where === "path") {
    const [path = []] = paths;
    const param = path.length > 0 ? paramName(path, input, where) : undefined;
    return createFailure("invalid_id_format", { param }) as Failure<"invalid_id_format">;
  }
  const canBeMissing = where === "body" && (declared?.includes("parameter_missing") ?? true);
  const missing = canBeMissing ? paths.find((path) => isAbsent(path, input)) : undefined;
  const param = paramName(missing ?? paths[0] ?? [], input, where);
  return createFailure(missing ? "parameter_missing" : "parameter_invalid", {
    param,
  }) as Failure<ValidationCode>;
}

/**
 * Puts paths into the order of the document, so that it does not depend on the validator which of several problems is
 * reported; what the document does not name comes last, and what is equal stays in the order of the validator.
 */
function inOrder(paths: readonly PropertyKey[][], params: readonly string[]): readonly PropertyKey[][] {
  const rank = ([name]: readonly PropertyKey[]) => {
    const at = params.indexOf(String(name));
    return at < 0 ? params.length : at;
  };
  return [...paths].sort((a, b) => rank(a) - rank(b));
}
