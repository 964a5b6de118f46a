import type { SandboxFacts } from "./facts.ts";
import { effectOf, effects, type Fault } from "./fault.ts";

/** What a field may be: a test, and the same in words. */
interface Rule {
  allows(value: unknown): boolean;
  allowed: string;
}

const text: Rule = { allows: (value) => typeof value === "string", allowed: "a text" };
const flag: Rule = { allows: (value) => typeof value === "boolean", allowed: "true or false" };
const count = (least: number): Rule => ({
  allows: (value) => Number.isInteger(value) && Number(value) >= least,
  allowed: `a whole number from ${least}`,
});
const word = (...words: string[]): Rule => ({
  allows: (value) => words.includes(value as string),
  allowed: `one of ${words.join(", ")}`,
});
const or = (value: unknown, rule: Rule): Rule => ({
  allows: (given) => given === value || rule.allows(given),
  allowed: `${rule.allowed}, or ${value}`,
});

const fields: Readonly<Record<keyof Fault, Rule>> = {
  operation: text,
  method: word("GET", "POST", "PATCH", "DELETE"),
  after: count(0),
  times: or("always", count(1)),
  effect: word("none", "done"),
  delay: count(0),
  code: text,
  param: text,
  retryAfter: count(0),
  stall: word("headers", "body"),
  reset: word("before", "headers", "body"),
  cut: flag,
  empty: flag,
  html: flag,
  status: count(100),
  redirect: or(true, text),
  raw: {
    allows: isRaw,
    allowed: "an object with a status from 200 to 599, and headers and a body as text if there are any",
  },
  replays: flag,
};

function isRaw(value: unknown): boolean {
  const { status, headers = {}, body = "" } = (value ?? {}) as NonNullable<Fault["raw"]>;
  const isStatus = Number.isInteger(status) && status >= 200 && status <= 599;
  return isStatus && typeof headers === "object" && typeof body === "string";
}

/** What only a gateway or a proxy sends; a status of the contract comes with a `code`. */
const GATEWAY = [301, 302, 303, 307, 308, 408, 413, 502, 503, 504];

/**
 * Reads a fault that somebody asks for.
 * @throws RangeError in a sentence that says what is wrong and what is allowed.
 */
export function checkFault(value: unknown, facts: SandboxFacts): Fault {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new RangeError('A fault is an object, such as {"operation": "createTicket", "reset": "before"}.');
  }
  const fault = value as Fault;
  for (const [name, given] of Object.entries(fault)) checkField(name, given);
  const asked = effects.filter((name) => fault[name] !== undefined && fault[name] !== false);
  if (asked.length > 1) throw new RangeError(`A fault does one thing; this one has ${asked.join(" and ")}.`);
  if (asked.length === 0 && fault.delay === undefined) {
    throw new RangeError(`A fault needs one of ${effects.join(", ")}, or a delay.`);
  }
  checkStatus(fault);
  checkCode(fault, facts);
  return fault;
}

function checkField(name: string, value: unknown): void {
  const rule = Object.hasOwn(fields, name) ? fields[name as keyof Fault] : undefined;
  if (rule === undefined) {
    throw new RangeError(
      `A fault has no ${JSON.stringify(name)}; it may have ${Object.keys(fields).join(", ")}.`,
    );
  }
  if (value === undefined || rule.allows(value)) return;
  throw new RangeError(`${name} of a fault is ${JSON.stringify(value)}; it must be ${rule.allowed}.`);
}

function checkStatus(fault: Fault): void {
  if (fault.status === undefined) return;
  const effect = effectOf(fault);
  if (effect !== "html" && effect !== "redirect") {
    throw new RangeError(
      "status goes with html or redirect: a code has its own status, and anything else is asked for with raw.",
    );
  }
  if (!GATEWAY.includes(fault.status)) {
    throw new RangeError(
      `status is ${fault.status}; a gateway sends one of ${GATEWAY.join(", ")}. Anything else is asked for with raw.`,
    );
  }
}

function checkCode({ operation, code, method }: Fault, { operations }: SandboxFacts): void {
  const named = operations.find(({ id }) => id === operation);
  if (operation !== undefined && named === undefined) {
    throw new RangeError(
      `There is no operation ${operation}; there are ${operations.map(({ id }) => id).join(", ")}.`,
    );
  }
  if (code === undefined) return;
  const known = [...new Set(operations.flatMap(({ codes }) => codes))];
  if (!known.includes(code)) throw new RangeError(`There is no code ${code}; there are ${known.join(", ")}.`);
  const hit = operations.filter((one) => (named ?? one) === one && (method ?? one.method) === one.method);
  if (!hit.some(({ codes }) => codes.includes(code))) {
    const subject = operation ?? `No operation of ${method}`;
    const verb = operation ? "does not declare" : "declares";
    throw new RangeError(
      `${subject} ${verb} ${code}, so the API never sends it there; what breaks the contract is asked for with raw.`,
    );
  }
}
