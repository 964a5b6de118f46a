import type { Contract } from "../../src/contract/index.ts";

/** Where the site is, as the errors' own addresses say; without a slash at the end. */
export function errorsOrigin({ errors }: Pick<Contract, "errors">): string {
  return new URL(errors[0]?.docUrl ?? "https://localhost").origin;
}
