import { conformanceFacts as facts } from "../../generated/conformance.ts";
import { checkResponse, type Problem } from "../../src/conformance/index.ts";
import { bodySchema, validatorAt } from "../contract/schemas.ts";
import type { Mutated } from "./mutate.ts";

/** What the check finds that a schema cannot see: it compares two values, or closes what is open for others. */
function isBeyondSchemas({ rule, pointer, code }: Problem): boolean {
  if (rule === "request-id-mismatch") return true;
  return pointer === "/body/error/param" && code !== undefined && facts.errors[code]?.param === "never";
}

/** The published schema's verdict, by Ajv, and that of the check, as far as a schema can tell. */
export function verdicts({ operation, status, body }: Mutated): { schema: boolean; check: boolean } {
  const problems = checkResponse(facts, { operation, status, body });
  const faults = problems.filter((one) => one.severity === "error" && !isBeyondSchemas(one));
  return {
    schema: validatorAt(bodySchema({ operation, status: String(status) }))(body),
    check: faults.length === 0,
  };
}

/** The verdict of the fast path with the full check behind it, and that of the full check alone. */
export function bothPaths({ operation, status, body }: Mutated): { fast: Problem[]; full: Problem[] } {
  const headers = {
    "content-type": "application/json",
    "x-ratelimit-limit": "1",
    "x-ratelimit-remaining": "1",
    "x-ratelimit-reset": "1",
    "x-ratelimit-window": "1",
    "retry-after": "1",
  };
  return {
    fast: checkResponse(facts, { operation, status, headers, body }),
    // Headers that can only be asked one by one are for the full check.
    full: checkResponse(facts, { operation, status, headers: new Map(Object.entries(headers)), body }),
  };
}
