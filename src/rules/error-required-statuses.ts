import { profileOf } from "./model/expectations.ts";
import { listed } from "./model/json.ts";
import type { Model } from "./model/model.ts";
import { isErrorStatus, type Operation, statusFits } from "./model/operations.ts";
import type { Rule } from "./model/rule.ts";

/** An operation declares every status that its codes have. */
export const errorRequiredStatuses: Rule = {
  id: "error-required-statuses",
  description: "Every operation declares the statuses of the errors that apply to it.",
  needs: "envelope",
  needsWhole: true,
  check(model) {
    if (model.envelope === undefined) return [];
    const usual = usualStatuses(model);
    return model.operations.flatMap((operation) => {
      const keys = operation.statuses.filter((key) => isErrorStatus(key));
      const required = [...new Set([...statusesOfMissingCodes(model, operation), ...usual])].sort(
        (a, b) => a - b,
      );
      const missing = required.filter((status) => !keys.some((key) => statusFits(key, status)));
      if (missing.length === 0) return [];
      const message = `${operation.label} declares no ${listed(missing.map(String), "or")} response. Add it.`;
      return [{ message, at: operation.responses }];
    });
  },
};

function statusesOfMissingCodes(model: Model, operation: Operation): number[] {
  return profileOf(model, operation).missing.flatMap(({ status }) => status ?? []);
}

/** Where nothing says which codes apply: statuses that all operations but one declare, of at least four. */
function usualStatuses(model: Model): number[] {
  const { operations } = model;
  if (operations.length < 4 || operations.some((operation) => profileOf(model, operation).isRuled)) return [];
  const counts = new Map<string, number>();
  for (const key of operations.flatMap(({ statuses }) =>
    statuses.filter((status) => /^[45]\d\d$/.test(status)),
  )) {
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].filter(([, count]) => count === operations.length - 1).map(([key]) => Number(key));
}
