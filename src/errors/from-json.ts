import { type Catalog, entryOf } from "./catalog.ts";
import { clientRules } from "./client-codes.ts";
import { fields } from "./fields.ts";
import type { AnyErrorCode, CStarErrorInit } from "./types.ts";

const always = ["type", "rawMessage", "retryable"];
const outcomes = ["not_sent", "rejected", "unknown"];
const stops = ["attempts", "budget", "deadline", undefined];

const times = { number: "number", durationMs: "number", delayMs: "number" };
const attemptFields = { ...times, status: "number", code: "string", requestId: "string" };
const rateLimitFields = { limit: "number", remaining: "number", window: "number", reset: "string" };

type Plain = Record<string, unknown>;

/**
 * Reads what `CStarError.toJSON` gave; fields that it does not know are left out.
 * @throws TypeError when `value` is anything else.
 */
export function parseError(catalog: Catalog, value: unknown): { code: AnyErrorCode; init: CStarErrorInit } {
  const init = pick(value, fields, always);
  const code = init.code as string;
  const entry = entryOf(catalog, code);
  check((value as Plain).name === "CStarError");
  check(entry ? entry.param !== "required" || init.param !== undefined : Object.hasOwn(clientRules, code));
  check(outcomes.includes(init.outcome as string) && stops.includes(init.stopped as string | undefined));
  check(Array.isArray(init.attempts));
  init.attempts = (init.attempts as unknown[]).map((item) => pick(item, attemptFields, Object.keys(times)));
  readDate(init, "retryAt");
  if (init.rateLimit !== undefined) {
    const limit = pick(init.rateLimit, rateLimitFields);
    readDate(limit, "reset");
    init.rateLimit = limit;
  }
  return { code: code as AnyErrorCode, init };
}

function check(right: boolean): asserts right {
  if (!right) throw new TypeError("fromJSON takes only what toJSON gave");
}

/** The known fields of an object, each of its type; those in `must` have to be there. */
function pick(from: unknown, types: Readonly<Record<string, string>>, must: string[] = []): Plain {
  check(typeof from === "object" && from !== null);
  const picked: Plain = {};
  for (const [name, type] of Object.entries(types)) {
    const value = (from as Plain)[name];
    if (value === undefined && !must.includes(name)) continue;
    check(typeof value === type && value !== null);
    picked[name] = value;
  }
  return picked;
}

function readDate(from: Plain, name: string): void {
  if (from[name] === undefined) return;
  const date = new Date(from[name] as string);
  check(!Number.isNaN(date.getTime()));
  from[name] = date;
}
