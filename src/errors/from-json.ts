import { type Catalog, entryOf } from "./catalog.ts";
import { clientRules } from "./client-codes.ts";
import { attemptFields, fields, rateLimitFields } from "./fields.ts";
import type { AnyErrorCode, AnyErrorConstructor, CStarErrorConstructor } from "./types.ts";

const outcomes: unknown[] = ["not_sent", "rejected", "unknown"];
const stops: unknown[] = ["attempts", "budget", "deadline", undefined];

type Plain = Record<string, unknown>;

/**
 * Gives the error class its `fromJSON`, which reads what `toJSON` gave; fields that it does not know are left out. It
 * stands apart from the class, so that it is loaded only by programs that name the class.
 */
export function withFromJSON(CStarError: AnyErrorConstructor, catalog: Catalog): CStarErrorConstructor {
  const fromJSON = (value: unknown) => {
    const init = pick(value, fields);
    const { code, attempts, rateLimit } = init;
    const entry = entryOf(catalog, code);
    check((value as Plain).name === "CStarError", "name");
    check(entry ?? entryOf(clientRules, code), "code");
    check(entry?.param !== "required" || "param" in init, "param");
    check(outcomes.includes(init.outcome), "outcome");
    check(stops.includes(init.stopped), "stopped");
    check(Array.isArray(attempts), "attempts");
    init.attempts = attempts.map((attempt) => pick(attempt, attemptFields));
    if (rateLimit) init.rateLimit = pick(rateLimit, rateLimitFields);
    const message = (value as Plain).message;
    check(typeof message === "string", "message");
    const rawMessage = message.slice(`[${code}] `.length);
    return new CStarError(code as AnyErrorCode, { ...init, rawMessage });
  };
  return Object.assign(CStarError, { fromJSON }) as CStarErrorConstructor;
}

function check(right: unknown, name: string): asserts right {
  if (!right) throw new TypeError(`Not what toJSON gave: ${name}`);
}

/** The known fields of an object, each of its type; those with a question mark may be absent. */
function pick(from: unknown, types: Readonly<Record<string, string>>): Plain {
  const picked: Plain = {};
  for (const [name, type] of Object.entries(types)) {
    const value = Object(from)[name];
    if (value === undefined && type.endsWith("?")) continue;
    const isDate = type === "date?" && new Date(value).toJSON() === value;
    check(isDate || (value !== null && type.startsWith(typeof value)), name);
    picked[name] = isDate ? new Date(value) : value;
  }
  return picked;
}
