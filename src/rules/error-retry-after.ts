import { nodeAt } from "../document/node.ts";
import { EXTENSION } from "./model/conventions.ts";
import { headerOf, isRequired } from "./model/headers.ts";
import { sentence } from "./model/json.ts";
import type { ErrorResponse } from "./model/operations.ts";
import type { Rule, RuleFinding } from "./model/rule.ts";

const HEADER = "Retry-After";

/** Who is told to wait is told how long. */
export const errorRetryAfter: Rule = {
  id: "error-retry-after",
  description: "Every 429, and every response with a code that is retried after a wait, has Retry-After.",
  check(model) {
    const limits = model.responses.filter(isLimit);
    return model.responses.flatMap((response): RuleFinding[] => {
      const waiting = [...model.codesOf(response)].find(
        (code) => model.definitionOf(code)?.retry === "after",
      );
      if (waiting === undefined && !isLimit(response)) return [];
      const { name } = response;
      const header = headerOf(model.reader, response, HEADER);
      if (header === undefined) {
        const reason = waiting
          ? ` carries ${waiting}, which is retried after a wait, but`
          : isNamed429(response);
        const purpose = waiting ? " to say how long" : "";
        const message = `${sentence(name)}${reason} has no ${HEADER} header${purpose}. Add it, and make it required.`;
        const at = nodeAt(response.node, ["headers"]);
        if (!isLimit(response)) return [{ message, at }];
        return [
          { message, at, one: { of: limits.length, what: "responses with a 429", label: sentence(name) } },
        ];
      }
      const definition = model.reader.follow(header);
      if (waiting === undefined || definition === undefined || isRequired(model.reader, header)) return [];
      const message = `The ${HEADER} header of ${name} is optional, but ${waiting} has \`${EXTENSION.retry}: after\`. Make it required.`;
      return [{ message, at: definition }];
    });
  },
};

/** What a message says of a 429, where the name of the response does not. */
function isNamed429({ shared }: ErrorResponse): string {
  return shared ? " is a 429, but" : "";
}

function isLimit({ uses }: ErrorResponse): boolean {
  return uses.some(({ status }) => status === "429");
}
