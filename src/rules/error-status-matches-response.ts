import { listed } from "../report/words.ts";
import { wrongBodyStatuses } from "./model/body-status.ts";
import { EXTENSION } from "./model/conventions.ts";
import { sentence } from "./model/json.ts";
import type { Model } from "./model/model.ts";
import { type ErrorResponse, type ResponseUse, statusFits } from "./model/operations.ts";
import type { Rule, RuleFinding } from "./model/rule.ts";

/** A code stands in responses of its own status. */
export const errorStatusMatchesResponse: Rule = {
  id: "error-status-matches-response",
  description: "The status of a code is that of every response which carries it.",
  needs: "convention",
  check(model) {
    if (model.convention === undefined) return []; // no code is known: no need to look at every response
    const wrong = wrongDefinitions(model);
    const findings = model.definitions.flatMap(({ code, status, factAt }) => {
      const responses = wrong.get(code);
      if (responses === undefined) return [];
      const message = `The code ${code} has the status ${status}, yet every response with it is a ${listed(responses, "or")}. Correct ${EXTENSION.status}, or move the code.`;
      return [{ message, at: factAt(EXTENSION.status) }];
    });
    for (const response of model.responses)
      findings.push(...checkResponse(model, response, new Set(wrong.keys())));
    return [...findings, ...bodyStatuses(model)];
  },
};

/** In styles where a body repeats its status. */
function bodyStatuses(model: Model): RuleFinding[] {
  return wrongBodyStatuses(model).map(({ response, status, by, at }) => {
    const keys = [...new Set(response.uses.map((use) => use.status))].sort();
    const what = by === "example" ? "An example of the body" : "The body";
    const message = `${what} of ${response.name} has the status ${status}, and the response is a ${listed(keys, "or")}. Say the same in both.`;
    return { message, at };
  });
}

/** Codes that fit no response at all: there the mistake is in the code, once, and not in each response. */
function wrongDefinitions(model: Model): Map<string, string[]> {
  const known = new Map<string, { fits: boolean; keys: Set<string> }>();
  for (const response of model.responses) {
    const keys = [...new Set(response.uses.map((use) => use.status))];
    for (const code of model.codesOf(response)) {
      const status = model.definitionOf(code)?.status;
      if (status === undefined) continue;
      const one = known.get(code) ?? { fits: false, keys: new Set() };
      known.set(code, one);
      for (const key of keys) {
        one.fits ||= statusFits(key, status);
        one.keys.add(key);
      }
    }
  }
  return new Map(
    [...known].filter(([, { fits }]) => !fits).map(([code, { keys }]) => [code, [...keys].sort()]),
  );
}

function checkResponse(model: Model, response: ErrorResponse, skip: ReadonlySet<string>): RuleFinding[] {
  const known = [...model.codesOf(response)].filter((code) => statusOf(model, code) !== undefined);
  const keys = [...new Set(response.uses.map((use) => use.status))];
  const wrong = keys.flatMap((key) => {
    const strays = misplaced(model, known, key);
    const isWrong = strays.some((code) => !skip.has(code));
    return response.uses.filter(({ status }) => isWrong && status === key).map((use) => ({ use, strays }));
  });
  const allUses = wrong.length === response.uses.length;
  const wholly = known.length > 1 && wrong.every(({ strays }) => strays.length === known.length);
  if (!allUses || wholly) return wrong.map(({ use, strays }) => wrongUse(use, strays));
  const statuses = [...new Set(wrong.map(({ use }) => use.status))].sort();
  const codes = new Set(wrong.flatMap(({ strays }) => strays).filter((code) => !skip.has(code)));
  return model
    .variantsOf(response)
    .map(({ at, codes: own }) => ({ at, strays: own.filter((code) => codes.has(code)) }))
    .filter(({ strays }) => strays.length > 0)
    .map(({ at, strays }) => {
      const carried = listed(strays.map((code) => `${code} (${statusOf(model, code)})`));
      const what = statuses.length > 1 ? "is used for" : "is a";
      const move = `Move the ${strays.length > 1 ? "codes to responses of their statuses" : "code to a response of its status"}.`;
      const advice = statuses.length > 1 ? "Write a response for each status." : move;
      return {
        message: `${sentence(response.name)} ${what} ${listed(statuses)}, but carries ${carried}. ${advice}`,
        at,
      };
    });
}

/** Of codes that say their status, those that have another one than a response is used for. */
function misplaced(model: Model, known: readonly string[], key: string): string[] {
  return known.filter((code) => !statusFits(key, Number(statusOf(model, code))));
}

function statusOf(model: Model, code: string): number | undefined {
  return model.definitionOf(code)?.status;
}

function wrongUse({ operation, status, at, response }: ResponseUse, codes: string[]): RuleFinding {
  const have = codes.length > 1 ? "have" : "has";
  const what = response.shared
    ? `${operation.label} uses ${response.name} for ${status}, but ${listed(codes)} ${have} another status`
    : `${sentence(response.name)} carries ${listed(codes)}, which ${have} another status`;
  return { message: `${what}. Use it under the status of its codes.`, at };
}
