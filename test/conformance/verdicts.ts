import { conformanceFacts as facts } from "../../generated/conformance.ts";
import { faultsOf, unknownFields } from "../../src/conformance/faults.ts";
import { checkerOf, checkResponse, type Problem } from "../../src/conformance/index.ts";
import { bodySchema, validatorAt } from "../contract/schemas.ts";
import type { Mutated } from "./mutate.ts";

/** What the check finds that a schema cannot see: it compares two values, or closes what is open for others. */
function isBeyondSchemas({ rule, pointer, code }: Problem): boolean {
  if (rule === "request-id-mismatch") return true;
  return pointer === "/body/error/param" && code !== undefined && facts.errors[code]?.param === "never";
}

/**
 * The published schema's verdict, by Ajv, and that of the check, as far as a schema can tell; and what the check finds
 * where its fast path comes first.
 */
export function verdicts(payload: Mutated): { schema: boolean; check: boolean; fast: Problem[] } {
  const { operation, status, body } = payload;
  const fast = checkResponse(facts, { operation, status, headers, body });
  const faults = fast.filter((one) => one.severity === "error" && !isBeyondSchemas(one));
  return {
    schema: validatorAt(bodySchema({ operation, status: String(status) }))(body),
    check: faults.length === 0,
    fast,
  };
}

/** What is found field by field, without the shortcuts that the check takes for what is as it should be. */
export function fieldByField({ operation, status, body }: Mutated): unknown[] {
  const { shape, errors = [] } = checkerOf(facts).expectedOf(operation, status) ?? {};
  const { error, meta } = body as Record<string, Record<string, unknown> | undefined>;
  const { fields, metaFields } = facts.envelope;
  const meant = shape ?? errors.find(({ code }) => code === error?.[fields.code])?.shape;
  if (meant === undefined) return ["nothing of this kind is expected"];
  const isOneRequest = error === undefined || error[fields.requestId] === meta?.[metaFields.requestId];
  return [
    ...faultsOf(meant, body),
    ...unknownFields([meant], body),
    ...(isOneRequest ? [] : ["two requests"]),
  ];
}

const headers = {
  "content-type": "application/json",
  "x-ratelimit-limit": "1",
  "x-ratelimit-remaining": "1",
  "x-ratelimit-reset": "1",
  "x-ratelimit-window": "1",
  "retry-after": "1",
};
