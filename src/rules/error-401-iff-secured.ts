import { type Security, securityOf } from "../document/openapi.ts";
import { missingStatuses } from "./model/expectations.ts";
import type { Model } from "./model/model.ts";
import { isErrorStatus, type Operation, statusFits } from "./model/operations.ts";
import type { Rule, RuleFinding } from "./model/rule.ts";

/** Who needs no key cannot fail to show one. */
export const error401IffSecured: Rule = {
  id: "error-401-iff-secured",
  description: "An operation declares a 401 exactly when it needs credentials.",
  check(model) {
    const { reader, root, operations } = model;
    const schemes = reader.children(reader.get(root, "components", "securitySchemes"));
    // A document that describes no credentials, or nowhere declares a 401, does not say what happens without them.
    if (schemes.length === 0 || !operations.some(declares401)) return [];
    return operations.flatMap((operation) =>
      checkOperation(model, operation, securityOf(reader, root, operation.node)).map((finding) => ({
        ...finding,
        one: { of: operations.length, what: "operations", label: operation.label },
      })),
    );
  },
};

function declares401({ statuses }: Operation): boolean {
  return statuses.some((key) => key !== "default" && statusFits(key, 401));
}

function checkOperation(model: Model, operation: Operation, security: Security): RuleFinding[] {
  const { label, responses, statuses, errors } = operation;
  const exact = errors.find(({ status }) => status === "401");
  if (security === "required" && !declares401(operation)) {
    // Some APIs refuse whoever shows no credentials with a 403; errors by `default` alone are for another rule.
    if (statuses.includes("403") || (statuses.includes("default") && !statuses.some(isErrorStatus)))
      return [];
    if (missingStatuses(model, operation).includes(401)) return []; // for error-required-statuses
    const message = `${label} needs credentials, but declares no 401 response. Add it.`;
    return [{ message, at: responses }];
  }
  if (security !== "none" || exact === undefined) return [];
  const message = `${label} declares a 401 response, but needs no credentials. Remove it, or state the \`security\` of the operation.`;
  return [{ message, at: exact.at }];
}
