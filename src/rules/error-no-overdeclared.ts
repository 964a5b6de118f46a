import { EXTENSION } from "./model/conventions.ts";
import { profileOf } from "./model/expectations.ts";
import { sentence } from "./model/json.ts";
import type { Model } from "./model/model.ts";
import { type ErrorResponse, type ResponseUse, statusFits } from "./model/operations.ts";
import type { Rule, RuleFinding } from "./model/rule.ts";

/** An operation declares no code that cannot happen to it. */
export const errorNoOverdeclared: Rule = {
  id: "error-no-overdeclared",
  description: "No operation declares a code that x-applies-to denies it.",
  needs: "envelope",
  check(model) {
    const byCode = new Map<string, Overdeclared[]>();
    for (const one of model.responses.flatMap((response) => overdeclaredBy(model, response))) {
      byCode.set(one.code, [...(byCode.get(one.code) ?? []), one]);
    }
    const declared = usesByCode(model);
    return [...byCode].flatMap(([code, list]) => {
      const wrong = list.reduce((sum, { uses }) => sum + uses.length, 0);
      const all = declared.get(code) ?? 0;
      if (wrong >= 3 && wrong < all && wrong * 2 > all) return [wrongConditions(model, { code, wrong, all })];
      return list.flatMap((one) =>
        one.uses.length < one.response.uses.length
          ? one.uses.map((use) => wrongUse(use, code))
          : [inResponse(model, one)],
      );
    });
  },
};

/** A code of a response, with the operations that use the response and cannot return the code. */
interface Overdeclared {
  response: ErrorResponse;
  code: string;
  /** Where the response carries it. */
  at: RuleFinding["at"];
  uses: ResponseUse[];
}

function overdeclaredBy(model: Model, response: ErrorResponse): Overdeclared[] {
  const kinds = [...new Set(response.uses.map(({ operation }) => profileOf(model, operation).notApplicable))];
  return model.variantsOf(response).flatMap(({ at, codes: [code, ...more] }) => {
    if (code === undefined || more.length > 0 || !kinds.some((codes) => codes.has(code))) return [];
    const status = model.definitionOf(code)?.status;
    const uses = response.uses.filter(
      (use) =>
        profileOf(model, use.operation).notApplicable.has(code) &&
        (status === undefined || statusFits(use.status, status)), // else it is wrong under any operation
    );
    return uses.length === 0 ? [] : [{ response, code, at, uses }];
  });
}

/** How often each code is declared. */
function usesByCode(model: Model): Map<string, number> {
  const counts = new Map<string, number>();
  for (const response of model.responses) {
    for (const code of model.codesOf(response))
      counts.set(code, (counts.get(code) ?? 0) + response.uses.length);
  }
  return counts;
}

function wrongUse({ operation, status, at, response }: ResponseUse, code: string): RuleFinding {
  const message = `${operation.label} declares ${code} by ${response.name}, but \`${EXTENSION.appliesTo}\` of ${code} does not cover it. Use another ${status} response.`;
  return { message, at };
}

/** None of the operations with this response can return the code. */
function inResponse(model: Model, { response, code, at }: Overdeclared): RuleFinding {
  const message = sentence(
    `${response.name} carries ${code}, but its \`${EXTENSION.appliesTo}\` (${conditionsOf(model, code)}) covers no operation with that response. Remove the code from it.`,
  );
  return { message, at };
}

/** Most operations that declare the code cannot return it: the mistake is in the code, once. */
function wrongConditions(
  model: Model,
  { code, wrong, all }: { code: string; wrong: number; all: number },
): RuleFinding {
  const definition = model.definitionOf(code);
  const message = `\`${EXTENSION.appliesTo}\` of ${code} (${conditionsOf(model, code)}) does not cover ${wrong} of the ${all} operations that declare it. Correct it, or take the code out of their responses.`;
  return { message, at: definition?.factAt(EXTENSION.appliesTo) ?? model.root };
}

function conditionsOf(model: Model, code: string): string {
  return String(model.definitionOf(code)?.fact(EXTENSION.appliesTo)?.value);
}
