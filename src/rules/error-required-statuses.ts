import { listed } from "../report/words.ts";
import { missingStatuses, profileOf } from "./model/expectations.ts";
import type { Model } from "./model/model.ts";
import type { Operation } from "./model/operations.ts";
import type { Rule } from "./model/rule.ts";

/** An operation declares every status that its codes have. */
export const errorRequiredStatuses: Rule = {
  id: "error-required-statuses",
  description: "Every operation declares the statuses of the errors that apply to it.",
  needs: "envelope",
  needsWhole: true,
  check(model) {
    return model.operations.flatMap((operation) => {
      const missing = missingStatuses(model, operation);
      if (missing.length === 0) return [];
      const codes = codesOf(model, operation, missing);
      const where =
        codes.length === 0 ? "" : `, where ${listed(codes)} ${codes.length > 1 ? "belong" : "belongs"}`;
      const message = `${operation.label} declares no ${listed(missing.map(String), "or")} response${where}. Add ${missing.length > 1 ? "them" : "it"}.`;
      return [{ message, at: operation.responses }];
    });
  },
};

/** How many codes a message names. */
const MAX_NAMED = 4;

function codesOf(model: Model, operation: Operation, statuses: readonly number[]): string[] {
  const codes = profileOf(model, operation)
    .missing.filter(({ status }) => statuses.some((one) => one === status))
    .map(({ code }) => code);
  if (codes.length <= MAX_NAMED) return codes;
  return [...codes.slice(0, MAX_NAMED - 1), `${codes.length - MAX_NAMED + 1} more codes`];
}
