import { type Catalog, entryOf } from "./catalog.ts";
import { clientRules } from "./client-codes.ts";
import type { AnyErrorCode, CStarErrorInit } from "./types.ts";

const optional = {
  status: "number",
  param: "string",
  docUrl: "string",
  requestId: "string",
  rawCode: "string",
  contentType: "string",
  excerpt: "string",
  retryAfter: "number",
  idempotencyKey: "string",
} as const;
const required = { type: "string", rawMessage: "string", retryable: "boolean" } as const;
const attemptFields = { number: "number", durationMs: "number", delayMs: "number" } as const;
const attemptOptions = { status: "number", code: "string", requestId: "string" } as const;
const rateLimitFields = { limit: "number", remaining: "number", window: "number" } as const;

type Fields = Readonly<Record<string, "number" | "string" | "boolean">>;
type Plain = Record<string, unknown>;

/**
 * Reads what `CStarError.toJSON` gave; fields that it does not know are left out.
 * @throws TypeError when `value` is anything else.
 */
export function parseError(catalog: Catalog, value: unknown): { code: AnyErrorCode; init: CStarErrorInit } {
  const json = object(value);
  const code = one(
    json.code,
    (code) => entryOf(catalog, code) !== undefined || Object.hasOwn(clientRules, code),
  );
  const init: Plain = { ...pick(json, required, true), ...pick(json, optional) };
  init.outcome = one(json.outcome, (word) => ["not_sent", "rejected", "unknown"].includes(word));
  if (json.stopped !== undefined) {
    init.stopped = one(json.stopped, (word) => ["attempts", "budget", "deadline"].includes(word));
  }
  if (json.retryAt !== undefined) init.retryAt = date(json.retryAt);
  if (json.rateLimit !== undefined) {
    const limit = object(json.rateLimit);
    const reset = limit.reset === undefined ? {} : { reset: date(limit.reset) };
    init.rateLimit = { ...pick(limit, rateLimitFields), ...reset };
  }
  check(json.name === "CStarError" && Array.isArray(json.attempts));
  init.attempts = (json.attempts as unknown[]).map((item) => {
    const attempt = object(item);
    return { ...pick(attempt, attemptFields, true), ...pick(attempt, attemptOptions) };
  });
  check(entryOf(catalog, code)?.param !== "required" || init.param !== undefined);
  return { code: code as AnyErrorCode, init };
}

function check(right: boolean): asserts right {
  if (!right) throw new TypeError("CStarError.fromJSON takes what CStarError.toJSON gave");
}

function object(value: unknown): Plain {
  check(typeof value === "object" && value !== null);
  return value as Plain;
}

function one(value: unknown, allowed: (word: string) => boolean): string {
  check(typeof value === "string" && allowed(value));
  return value as string;
}

function date(value: unknown): Date {
  const read = new Date(one(value, () => true));
  check(!Number.isNaN(read.getTime()));
  return read;
}

function pick(from: Plain, fields: Fields, must = false): Plain {
  const picked: Plain = {};
  for (const [field, type] of Object.entries(fields)) {
    const value = from[field];
    if (value === undefined && !must) continue;
    check(typeof value === type);
    picked[field] = value;
  }
  return picked;
}
