import { nodeAt } from "../document/node.ts";
import { isErrorStatus } from "./model/operations.ts";
import type { Rule } from "./model/rule.ts";

/** `default` alone says nothing about which errors there are. */
export const errorDefaultNotOnly: Rule = {
  id: "error-default-not-only",
  description: "No operation describes its errors by a default response alone.",
  check({ operations }) {
    return operations
      .filter(({ statuses }) => statuses.includes("default") && !statuses.some(isErrorStatus))
      .map((operation) => ({
        message: `${operation.label} describes its errors by \`default\` alone. Declare a response for each status that it can return.`,
        at: nodeAt(operation.responses, ["default"]),
        one: { of: operations.length, what: "operations", label: operation.label },
      }));
  },
};
