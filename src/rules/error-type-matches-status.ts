import { type Node, nodeAt } from "../document/node.ts";
import { listed } from "../report/words.ts";
import { FIELD } from "./model/conventions.ts";
import { sentence } from "./model/json.ts";
import type { Model } from "./model/model.ts";
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
  code: string;
  status: number;
  type: string;
  /** Where the type stands. */
  at: Node;
}

/** The type of a code and its status tell the same story. */
export const errorTypeMatchesStatus: Rule = {
  id: "error-type-matches-status",
  description: "The type of a code fits its status.",
  needs: "envelope",
  check(model) {
    const { definitions } = model;
    const typed = definitions.flatMap(({ code, status, constant }): Typed[] => {
      const type = constant(FIELD.type);
      return type === undefined || status === undefined
        ? []
        : [{ code, status, type: type.value, at: type.at }];
    });
    return [
      ...unlisted(model),
      ...typed.flatMap((one) => report(one, wordsSay(one) ?? othersSay(one, typed))),
    ];
  },
};

/** A type that the list lacks: a mistake in a code, or in the list where several codes have it. */
function unlisted({ definitions, types }: Model): RuleFinding[] {
  if (types === undefined) return [];
  const uses = definitions.flatMap((definition) => {
    const type = definition.constant(FIELD.type);
    return type && !types.values.has(type.value)
      ? [{ code: definition.code, type: type.value, at: type.at }]
      : [];
  });
  return [...new Set(uses.map(({ type }) => type))].flatMap((type) => {
    const own = uses.filter((use) => use.type === type);
    const codes = listed(own.map(({ code }) => code));
    if (own.length === 1) {
      const message = `The type ${type} of ${codes} is none of ${listed([...types.values])}. Correct it, or list it.`;
      return own.map(({ at }) => ({ message, at }));
    }
    const message = `${types.name} lacks the type ${type}, which ${codes} have. List it, or correct the codes.`;
    return [{ message: sentence(message), at: nodeAt(types.node, ["enum"]) }];
  });
}

function report({ code, status, type, at }: Typed, why: string | undefined): RuleFinding[] {
  if (why === undefined) return [];
  const message = `The code ${code} has the type ${type} and the status ${status}, but ${why}. Correct one of the two.`;
  return [{ message, at }];
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
function othersSay(one: Typed, typed: readonly Typed[]): string | undefined {
  const others = typed.filter((other) => other !== one);
  const ofType = others.filter(({ type }) => type === one.type).map(({ status }) => status);
  const side = (status: number): number => Math.trunc(status / 100);
  if (ofType.length > 1 && ofType.every((status) => side(status) !== side(one.status))) {
    const statuses = [...new Set(ofType)].sort((a, b) => a - b);
    return `the other codes of this type have ${listed(statuses.map(String))}`;
  }
  const ofStatus = others.filter(({ status }) => status === one.status).map(({ type }) => type);
  const types = new Set(ofStatus);
  const agree = types.size === 1 && ofStatus.length > 1 && !types.has(one.type);
  // A type with no other code is not misused.
  return agree && ofType.length > 0
    ? `the other codes with ${one.status} have the type ${[...types].join()}`
    : undefined;
}
