import type { Node } from "../document/node.ts";
import { listed } from "../report/words.ts";
import type { Model } from "./model/model.ts";
import type { ErrorResponse } from "./model/operations.ts";
import type { Rule } from "./model/rule.ts";

/** Programs may tell a code from its status and the other way round. */
export const errorCodeOneStatus: Rule = {
  id: "error-code-one-status",
  description: "Every code is returned with one status.",
  needs: "convention",
  check(model) {
    const statuses = new Map<string, { found: Set<string>; at: Node }>();
    for (const response of model.responses) {
      const exact = response.uses.map(({ status }) => status).filter((status) => /\d$/.test(status));
      for (const { code, at } of codesIn(model, response)) {
        const known = statuses.get(code) ?? { found: new Set(), at };
        for (const status of exact) known.found.add(status);
        statuses.set(code, known);
      }
    }
    return [...statuses].flatMap(([code, { found, at }]) => {
      if (found.size < 2) return [];
      const message = `The code ${code} is returned with ${listed([...found].sort())}. Keep one status; a second meaning needs a second code.`;
      return [{ message, at }];
    });
  },
};

/**
 * The codes of a response, each with its definition, or in other styles the place where it is listed. A code that says
 * its status is held against it by `error-status-matches-response`.
 */
function codesIn(model: Model, response: ErrorResponse): { code: string; at: Node }[] {
  if (model.words) return model.words.of(response).map(({ value, at }) => ({ code: value, at }));
  return [...model.codesOf(response)].flatMap((code) => {
    const definition = model.definitionOf(code);
    return definition === undefined || definition.status !== undefined ? [] : [{ code, at: definition.node }];
  });
}
