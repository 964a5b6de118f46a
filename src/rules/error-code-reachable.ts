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
    const { registry } = model;
    const carried = new Set(model.responses.flatMap((response) => [...model.codesOf(response)]));
    if (registry === undefined || carried.size === 0) return []; // the responses do not say which codes they carry
    const idle = registry.entries.filter(({ value }) => !carried.has(value));
    const variants = model.responses.flatMap((response) => model.variantsOf(response));
    const open = new Map(
      variants
        .filter(({ codes }) => codes.length === 0)
        .map(({ definition }) => [nameOf(definition), definition]),
    );
    return idle
      .filter(({ value }, index) => idle.findIndex((other) => other.value === value) === index)
      .map(({ value, at }) => {
        const definition = open.get(value);
        const message = definition
          ? `The schema ${value} is called after a code, and has none. Give its \`${FIELD.code}\` the const ${value}.`
          : `No operation declares the code ${value}. Add it to a response of one, or retire it.`;
        return { message, at: definition ?? at };
      });
  },
};
