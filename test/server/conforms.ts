import { conformanceFacts } from "../../generated/conformance.ts";
import { checkResponse } from "../../src/conformance/index.ts";
import { contract } from "../contract/project.ts";
import { bodySchema, validatorAt } from "../contract/schemas.ts";

/** What is wrong with an error response by the published schema, the catalog and the check of responses; empty when nothing is. */
export async function faultsOf(response: Response, operation: string): Promise<string[]> {
  const declared = contract.operations.find(({ id }) => id === operation);
  if (!declared?.responses.some(({ status }) => status === String(response.status))) {
    return [`${operation} declares no ${response.status}`];
  }
  const body = await response.clone().json();
  const validate = validatorAt(bodySchema({ operation, status: String(response.status) }));
  const faults = validate(body)
    ? []
    : (validate.errors ?? []).map((one) => `${one.instancePath} ${one.message}`);
  const problems = checkResponse(conformanceFacts, {
    operation,
    status: response.status,
    headers: [...response.headers],
    body,
  }).filter(({ severity }) => severity === "error");
  const fact = contract.errors.find(({ code }) => code === body.error.code);
  const checks = {
    "the status is not the code's": fact?.status === response.status,
    "the two request ids differ": body.error.request_id === body.meta.requestId,
    "it is not JSON": response.headers.get("content-type") === "application/json",
    "param does not follow the rule":
      fact?.param === "optional" || (fact?.param === "required") === "param" in body.error,
    "Retry-After does not follow the rule": (fact?.retry === "after") === response.headers.has("retry-after"),
  };
  return [
    ...faults,
    ...problems.map(({ message }) => message),
    ...Object.entries(checks).flatMap(([fault, ok]) => (ok ? [] : [fault])),
  ];
}
