import { EXTENSION } from "./model/conventions.ts";
import { listed } from "./model/json.ts";
import type { Rule } from "./model/rule.ts";

/** Programs may tell a code from its status and the other way round. */
export const errorCodeOneStatus: Rule = {
  id: "error-code-one-status",
  description: "Every code is returned with one status.",
  check(model) {
    const statuses = new Map<string, Set<string>>();
    for (const response of model.responses) {
      const exact = new Set(
        response.uses.map(({ status }) => status).filter((status) => /^\d+$/.test(status)),
      );
      for (const code of model.codesOf(response)) {
        const known = statuses.get(code) ?? new Set();
        for (const status of exact) known.add(status);
        statuses.set(code, known);
      }
    }
    return [...statuses].flatMap(([code, found]) => {
      const definition = model.definitionOf(code);
      if (found.size < 2 || definition === undefined) return [];
      const message = `The code ${code} is returned with ${listed([...found].sort())}. Keep one status; a second meaning needs a second code.`;
      return [{ message, at: definition.fact(EXTENSION.status) ?? definition.node }];
    });
  },
};
