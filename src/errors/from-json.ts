import { type Catalog, entryOf } from "./catalog.ts";
import { clientRules } from "./client-codes.ts";
import { attemptFields, fields, rateLimitFields } from "./fields.ts";
import type { AnyErrorCode, CStarErrorInit } from "./types.ts";

const outcomes: unknown[] = ["not_sent", "rejected", "unknown"];
const stops: unknown[] = ["attempts", "budget", "deadline", undefined];

type Plain = Record<string, unknown>;

/**
 * Reads what `CStarError.toJSON` gave; fields that it does not know are left out.
 * @throws TypeError when `value` is anything else.
 */
export function parseError(catalog: Catalog, value: unknown): { code: AnyErrorCode; init: CStarErrorInit } {
  const init = pick(value, fields);
  const code = init.code as AnyErrorCode;
  const entry = entryOf(catalog, code);
  check(
    (value as Plain).name === "CStarError" && outcomes.includes(init.outcome) && stops.includes(init.stopped),
  );
  check(entry ? entry.param !== "required" || "param" in init : entryOf(clientRules, code) !== undefined);
  check(Array.isArray(init.attempts));
  init.attempts = (init.attempts as unknown[]).map((attempt) => pick(attempt, attemptFields));
  if (init.rateLimit) init.rateLimit = pick(init.rateLimit, rateLimitFields);
  return { code, init };
}

function check(right: boolean): asserts right {
  if (!right) throw new TypeError("Not what toJSON gave");
}

/** The known fields of an object, each of its type; those with a question mark may be absent. */
function pick(from: unknown, types: Readonly<Record<string, string>>): Plain {
  check(Object(from) === from);
  const picked: Plain = {};
  for (const [name, type] of Object.entries(types)) {
    const value = (from as Plain)[name];
    if (value === undefined && type.endsWith("?")) continue;
    const isDate = type === "date?" && typeof value === "string" && !Number.isNaN(Date.parse(value));
    check(isDate || (value !== null && type.startsWith(typeof value)));
    picked[name] = isDate ? new Date(value) : value;
  }
  return picked;
}
