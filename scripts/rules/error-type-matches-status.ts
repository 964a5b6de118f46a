import type { CodeDefinition } from "./model/codes.ts";
import { FIELD } from "./model/conventions.ts";
import { listed } from "./model/json.ts";
import type { Rule, RuleFinding } from "./model/rule.ts";

/** What the usual words in the name of a type say about its statuses (RFC 9110, section 15; RFC 6585). */
const WORDS: readonly [word: RegExp, statuses: readonly number[]][] = [
  [/^(authentication|unauthenticated)(_|$)/, [401, 403]],
  [/^(authorization|permission|forbidden)(_|$)/, [401, 403]],
  [/^not_found(_|$)/, [404, 410]],
  [/^(conflict|idempotency)(_|$)/, [400, 409, 412, 422]],
  [/^(rate_limit|too_many_requests)(_|$)/, [429]],
];

/** Words that say which side is at fault. */
const CLIENT = /^(invalid_request|bad_request|validation|client)(_|$)/;
const SERVER = /^(api|server|internal|internal_server)_error$/;

interface Typed {
  definition: CodeDefinition;
  code: string;
  status: number;
  type: string;
}

/** The type of a code and its status tell the same story. */
export const errorTypeMatchesStatus: Rule = {
  id: "error-type-matches-status",
  description: "The type of a code fits its status.",
  check({ definitions, types }) {
    const typed = definitions.flatMap((definition): Typed[] => {
      const type = definition.constant(FIELD.type)?.value;
      const { code, status } = definition;
      return type === undefined || status === undefined ? [] : [{ definition, code, status, type }];
    });
    const unlisted = definitions.flatMap((definition): RuleFinding[] => {
      const type = definition.constant(FIELD.type);
      if (type === undefined || types === undefined || types.values.has(type.value)) return [];
      const message = `The type ${type.value} of ${definition.code} is none of ${listed([...types.values])}. Correct it, or list it.`;
      return [{ message, at: type.at }];
    });
    return [...unlisted, ...typed.flatMap((one) => report(one, wordsSay(one) ?? othersSay(one, typed)))];
  },
};

function report({ definition, code, status, type }: Typed, why: string | undefined): RuleFinding[] {
  if (why === undefined) return [];
  const message = `The code ${code} has the type ${type} and the status ${status}, but ${why}. Correct one of the two.`;
  return [{ message, at: definition.constant(FIELD.type)?.at ?? definition.node }];
}

/** What the name of the type says against the status. */
function wordsSay({ type, status }: Typed): string | undefined {
  const statuses = WORDS.find(([word]) => word.test(type))?.[1];
  if (statuses && !statuses.includes(status))
    return `such a type means ${listed(statuses.map(String), "or")}`;
  if (CLIENT.test(type) && status >= 500) return "such a type means a mistake in the request (4xx)";
  if (SERVER.test(type) && status < 500) return "such a type means a failure of the server (5xx)";
  return undefined;
}

/** What the other codes say: the status belongs to another type, and this type to other statuses. */
function othersSay({ code, type, status }: Typed, typed: readonly Typed[]): string | undefined {
  const others = typed.filter((other) => other.code !== code);
  const sameType = others.filter((other) => other.type === type);
  const side = (value: number): number => Math.trunc(value / 100);
  const statuses = [...new Set(sameType.map((other) => other.status))].sort((a, b) => a - b).map(String);
  if (sameType.length > 1 && sameType.every((other) => side(other.status) !== side(status))) {
    return `the other codes of this type have ${listed(statuses)}`;
  }
  const sameStatus = others.filter((other) => other.status === status);
  const [usual] = new Set(sameStatus.map((other) => other.type));
  const agreed = sameStatus.length > 1 && sameStatus.every((other) => other.type === usual) && usual !== type;
  if (!agreed || sameType.length === 0 || statuses.includes(String(status))) return undefined;
  return `the other codes with ${status} have the type ${usual}`;
}
