import type { CodeDefinition } from "./model/codes.ts";
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
    if (model.envelope === undefined) return []; // nothing says what applies: no need to look at every operation
    const byCode = new Map<CodeDefinition, Overdeclared[]>();
    for (const one of model.responses.flatMap((response) => overdeclaredBy(model, response))) {
      byCode.set(one.definition, [...(byCode.get(one.definition) ?? []), one]);
    }
    const declared = usesByCode(model);
    return [...byCode].flatMap(([definition, list]) => {
      const wrong = list.reduce((sum, { uses }) => sum + uses.length, 0);
      const all = declared.get(definition.code) ?? 0;
      if (wrong >= 3 && wrong < all && wrong * 2 > all) return [wrongConditions(definition, wrong, all)];
      return list.flatMap((one) =>
        one.uses.length < one.response.uses.length
          ? one.uses.map((use) => wrongUse(use, definition))
          : [inResponse(one)],
      );
    });
  },
};

/** A code of a response, with the operations that use the response and cannot return the code, if there are any. */
interface Overdeclared {
  response: ErrorResponse;
  definition: CodeDefinition;
  /** Where the response carries it. */
  at: RuleFinding["at"];
  uses: ResponseUse[];
}

function overdeclaredBy(model: Model, response: ErrorResponse): Overdeclared[] {
  const all = response.uses.map((use) => ({ use, denied: profileOf(model, use.operation).notApplicable }));
  const single = model.variantsOf(response).filter(({ codes }) => codes.length === 1);
  return single.flatMap(({ at, codes }) =>
    codes
      .flatMap((code) => model.definitionOf(code) ?? [])
      .map((definition) => {
        const { code, status } = definition;
        const uses = all
          .filter(({ denied }) => denied.has(code))
          .map(({ use }) => use)
          .filter((use) => status === undefined || statusFits(use.status, status)); // else it is wrong under any operation
        return { response, definition, at, uses };
      }),
  );
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

function wrongUse({ operation, status, at, response }: ResponseUse, { code }: CodeDefinition): RuleFinding {
  const message = `${operation.label} declares ${code} by ${response.name}, but \`${EXTENSION.appliesTo}\` of ${code} does not cover it. Use another ${status} response, or remove this one.`;
  return { message, at };
}

/** None of the operations with this response can return the code. */
function inResponse({ response, definition, at }: Overdeclared): RuleFinding {
  const message = sentence(
    `${response.name} carries ${definition.code}, but its \`${EXTENSION.appliesTo}\` (${conditionsOf(definition)}) covers no operation with that response. Remove the code from it.`,
  );
  return { message, at };
}

/** Most operations that declare the code cannot return it: the mistake is in the code, once. */
function wrongConditions(definition: CodeDefinition, wrong: number, all: number): RuleFinding {
  const message = `\`${EXTENSION.appliesTo}\` of ${definition.code} (${conditionsOf(definition)}) does not cover ${wrong} of the ${all} operations that declare it. Correct it, or take the code out of their responses.`;
  return { message, at: definition.factAt(EXTENSION.appliesTo) };
}

function conditionsOf({ factAt }: CodeDefinition): string {
  return [factAt(EXTENSION.appliesTo).value].flat().join(", ");
}
