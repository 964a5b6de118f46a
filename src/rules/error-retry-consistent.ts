import type { CodeDefinition } from "./model/codes.ts";
import { EXTENSION } from "./model/conventions.ts";
import { headerOf } from "./model/headers.ts";
import { sentence } from "./model/json.ts";
import type { Model } from "./model/model.ts";
import type { Rule, RuleFinding } from "./model/rule.ts";

/** The same request gets the same response: another try is pointless (RFC 9110, section 15.5). */
const PERMANENT = new Set<unknown>([
  400, 401, 402, 403, 404, 405, 406, 410, 411, 414, 415, 416, 417, 422, 426, 431, 451, 501, 505,
]);
/** The response is about the moment, not about the request (RFC 9110, section 15.6; RFC 6585, section 4). */
const PASSING = new Set<unknown>([429, 500, 502, 503, 504]);

/** The retry rule of a code fits its status and the headers that it comes with. */
export const errorRetryConsistent: Rule = {
  id: "error-retry-consistent",
  description: "The retry rule of a code fits its status and its Retry-After header.",
  needs: "envelope",
  check(model) {
    const findings = model.definitions.flatMap(({ code, status, retry, factAt }): RuleFinding[] => {
      const at = factAt(EXTENSION.retry);
      if ((retry === "after" || retry === "backoff") && PERMANENT.has(status)) {
        const message = `The code ${code} has the retry rule ${retry}, but a ${status} stays the same however often it is tried. Set \`${EXTENSION.retry}\` to never.`;
        return [{ message, at }];
      }
      if (isRefused({ retry, status })) {
        const message = `The code ${code} has the retry rule never, but a ${status} is temporary. Set \`${EXTENSION.retry}\` to after or backoff.`;
        return [{ message, at }];
      }
      return [];
    });
    return [...findings, ...idleHeaders(model)];
  },
};

/** Whether a code is never to be tried again though its status passes: its rule is wrong, and no header beside it. */
function isRefused({ retry, status }: Pick<CodeDefinition, "retry" | "status">): boolean {
  return retry === "never" && PASSING.has(status);
}

/** A Retry-After header that no code of its response heeds. */
function idleHeaders(model: Model): RuleFinding[] {
  return model.responses.flatMap((response) => {
    const header = headerOf(model.reader, response, "Retry-After");
    const codes = [...model.codesOf(response)].map((code) => model.definitionOf(code));
    if (header === undefined || codes.length === 0) return [];
    if (codes.some((one) => one?.retry === undefined || one.retry === "after" || isRefused(one))) return [];
    const message = `${sentence(response.name)} has a Retry-After header, but none of its codes has the retry rule after. Remove the header, or correct the rule.`;
    return [{ message, at: header }];
  });
}
