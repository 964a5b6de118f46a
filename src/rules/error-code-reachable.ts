import type { Rule } from "./model/rule.ts";

/** A code that no operation declares is a promise that nobody can check. */
export const errorCodeReachable: Rule = {
  id: "error-code-reachable",
  description: "Every registered code is carried by a response of at least one operation.",
  needs: "registry",
  needsWhole: true,
  check(model) {
    const carried = new Set(model.responses.flatMap((response) => [...model.codesOf(response)]));
    if (carried.size === 0) return []; // the responses do not say which codes they carry
    const entries = model.registry?.entries ?? [];
    const first = new Map(entries.map((entry) => [entry.value, entry] as const).reverse());
    return [...first.values()]
      .reverse()
      .filter(({ value }) => !carried.has(value))
      .map(({ value, at }) => ({
        message: `No operation declares the code ${value}. Add it to a response of one, or retire it.`,
        at,
      }));
  },
};
