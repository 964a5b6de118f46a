import { nodeAt } from "../document/node.ts";
import type { CodeDefinition } from "./model/codes.ts";
import { FIELD } from "./model/conventions.ts";
import { listed, sentence } from "./model/json.ts";
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
  definition: CodeDefinition;
  code: string;
  status: number;
  type: string;
}

/** The type of a code and its status tell the same story. */
export const errorTypeMatchesStatus: Rule = {
  id: "error-type-matches-status",
  description: "The type of a code fits its status.",
  needs: "envelope",
  check(model) {
    const { definitions } = model;
    const typed = definitions.flatMap((definition): Typed[] => {
      const type = definition.constant(FIELD.type)?.value;
      const { code, status } = definition;
      return type === undefined || status === undefined ? [] : [{ definition, code, status, type }];
    });
    const census = takeCensus(typed);
    return [
      ...unlisted(model),
      ...typed.flatMap((one) => report(one, wordsSay(one) ?? othersSay(one, census))),
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
    const [first] = own;
    if (first === undefined) return [];
    if (own.length === 1) {
      const message = `The type ${type} of ${codes} is none of ${listed([...types.values])}. Correct it, or list it.`;
      return [{ message, at: first.at }];
    }
    const message = `${types.name} lacks the type ${type}, which ${codes} have. List it, or correct the codes.`;
    return [{ message: sentence(message), at: nodeAt(types.node, ["enum"]) }];
  });
}

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
function othersSay({ type, status }: Typed, { ofType, ofStatus }: Census): string | undefined {
  const statuses = [...(ofType.get(type) ?? [])].flatMap(([other, count]) =>
    other === status && count === 1 ? [] : [other],
  );
  const words = statuses.sort((a, b) => a - b).map(String);
  const side = (value: number): number => Math.trunc(value / 100);
  const codes = sum(ofType.get(type)) - 1;
  if (codes > 1 && statuses.every((other) => side(other) !== side(status))) {
    return `the other codes of this type have ${listed(words)}`;
  }
  const types = [...(ofStatus.get(status) ?? [])].flatMap(([other, count]) =>
    other === type && count === 1 ? [] : [{ other, count }],
  );
  const [usual] = types;
  const agreed = types.length === 1 && usual !== undefined && usual.other !== type && usual.count > 1;
  if (!agreed || codes === 0 || statuses.includes(status)) return undefined;
  return `the other codes with ${status} have the type ${usual.other}`;
}

/** How many codes have each status of a type, and each type of a status. */
interface Census {
  ofType: Map<string, Map<number, number>>;
  ofStatus: Map<number, Map<string, number>>;
}

function takeCensus(typed: readonly Typed[]): Census {
  const census: Census = { ofType: new Map(), ofStatus: new Map() };
  for (const { type, status } of typed) {
    const statuses = census.ofType.get(type) ?? new Map<number, number>();
    census.ofType.set(type, statuses.set(status, (statuses.get(status) ?? 0) + 1));
    const types = census.ofStatus.get(status) ?? new Map<string, number>();
    census.ofStatus.set(status, types.set(type, (types.get(type) ?? 0) + 1));
  }
  return census;
}

function sum(counts: ReadonlyMap<unknown, number> | undefined): number {
  return [...(counts?.values() ?? [])].reduce((total, count) => total + count, 0);
}
