import { type Security, securityOf } from "../document/openapi.ts";
import { type Operation, statusFits } from "./model/operations.ts";
import type { Rule, RuleFinding } from "./model/rule.ts";

/** Who needs no key cannot fail to show one. */
export const error401IffSecured: Rule = {
  id: "error-401-iff-secured",
  description: "An operation declares a 401 exactly when it needs credentials.",
  check(model) {
    const { reader, root } = model;
    const schemes = reader.children(reader.get(root, "components", "securitySchemes"));
    // A document that does not describe credentials at all says nothing about who needs them.
    if (model.envelope === undefined || schemes.length === 0) return [];
    return model.operations.flatMap((operation) =>
      checkOperation(operation, securityOf(reader, root, operation.node)),
    );
  },
};

function checkOperation(operation: Operation, security: Security): RuleFinding[] {
  const { label, responses, statuses, errors } = operation;
  const exact = errors.find(({ status }) => status === "401");
  if (security === "required" && !statuses.some((key) => key !== "default" && statusFits(key, 401))) {
    return [{ message: `${label} needs credentials, but declares no 401 response. Add it.`, at: responses }];
  }
  if (security !== "none" || exact === undefined) return [];
  const message = `${label} declares a 401 response, but needs no credentials. Remove it, or state the \`security\` of the operation.`;
  return [{ message, at: exact.at }];
}
