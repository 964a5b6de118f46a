import { nameOf } from "../document/node.ts";
import { FIELD } from "./model/conventions.ts";
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
    const variants = model.responses.flatMap((response) => model.variantsOf(response));
    const open = new Map(
      variants
        .filter(({ codes }) => codes.length === 0)
        .map(({ definition }) => [nameOf(definition), definition]),
    );
    return [...first.values()]
      .reverse()
      .filter(({ value }) => !carried.has(value))
      .map(({ value, at }) => {
        const definition = open.get(value);
        const message = definition
          ? `The schema ${value} is called after a code, and has none. Give its \`${FIELD.code}\` the const ${value}.`
          : `No operation declares the code ${value}. Add it to a response of one, or retire it.`;
        return { message, at: definition ?? at };
      });
  },
};
