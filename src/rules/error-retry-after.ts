import { nodeAt } from "../document/node.ts";
import { EXTENSION } from "./model/conventions.ts";
import { headerOf, isRequired } from "./model/headers.ts";
import { sentence } from "./model/json.ts";
import type { Rule } from "./model/rule.ts";

const HEADER = "Retry-After";

/** Who is told to wait is told how long. */
export const errorRetryAfter: Rule = {
  id: "error-retry-after",
  description: "Every 429, and every response with a code that is retried after a wait, has Retry-After.",
  check(model) {
    return model.responses.flatMap((response) => {
      const waiting = [...model.codesOf(response)].find(
        (code) => model.definitionOf(code)?.retry === "after",
      );
      const limited = response.uses.some(({ status }) => status === "429");
      if (waiting === undefined && !limited) return [];
      const { name } = response;
      const reason = waiting ? `carries ${waiting}, which is retried after that header` : "is a 429";
      const header = headerOf(model.reader, response, HEADER);
      if (header === undefined) {
        const message = `${sentence(name)} ${reason}, but has no ${HEADER} header. Add it, required.`;
        return [{ message, at: nodeAt(response.node, ["headers"]) }];
      }
      if (
        waiting === undefined ||
        model.reader.follow(header) === undefined ||
        isRequired(model.reader, header)
      )
        return [];
      const message = `The ${HEADER} header of ${name} is optional, but ${waiting} has \`${EXTENSION.retry}: after\`. Make it required.`;
      return [{ message, at: model.reader.follow(header) ?? header }];
    });
  },
};
