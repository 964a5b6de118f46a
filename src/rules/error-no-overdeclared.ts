import { profileOf } from "./model/expectations.ts";
import { sentence } from "./model/json.ts";
import type { Model } from "./model/model.ts";
import type { ErrorResponse, ResponseUse } from "./model/operations.ts";
import type { Rule, RuleFinding } from "./model/rule.ts";

/** An operation declares no code that cannot happen to it. */
export const errorNoOverdeclared: Rule = {
  id: "error-no-overdeclared",
  description: "No operation declares a code that x-applies-to denies it.",
  needs: "envelope",
  check(model) {
    return model.responses.flatMap((response) => {
      const notApplicable = new Set(
        response.uses.map(({ operation }) => profileOf(model, operation).notApplicable),
      );
      return model.variantsOf(response).flatMap(({ at, codes }) => {
        const [code] = codes;
        if (code === undefined || codes.length > 1 || ![...notApplicable].some((set) => set.has(code)))
          return [];
        const uses = response.uses.filter(({ operation }) =>
          profileOf(model, operation).notApplicable.has(code),
        );
        if (uses.length < response.uses.length) return uses.map((use) => wrongUse(use, code));
        return [inResponse(model, { response, code, at })];
      });
    });
  },
};

function wrongUse({ operation, status, at, response }: ResponseUse, code: string): RuleFinding {
  const message = `${operation.label} declares ${code} by ${response.name}, but \`x-applies-to\` of ${code} does not cover it. Use another ${status} response.`;
  return { message, at };
}

/** None of the operations with this response can return the code. */
function inResponse(
  model: Model,
  { response, code, at }: { response: ErrorResponse; code: string; at: RuleFinding["at"] },
): RuleFinding {
  const conditions = model.definitionOf(code)?.fact("x-applies-to")?.value;
  const message = sentence(
    `${response.name} carries ${code}, but its \`x-applies-to\` (${String(conditions)}) covers no operation with that response. Remove the code from it.`,
  );
  return { message, at };
}
