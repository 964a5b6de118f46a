import type { ContractFacts } from "./facts.ts";
import { effectOf, effects, type Fault } from "./fault.ts";

/** What a field may be: a test, and the same in words. */
interface Rule {
  allows(value: unknown): boolean;
  allowed: string;
}

const text: Rule = {
  allows: (value) => typeof value === "string" && value !== "",
  allowed: "a text that is not empty",
};
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
  redirect: or(true, {
    allows: (value) => typeof value === "string" && isResponse({ status: 307, headers: { location: value } }),
    allowed: "an address",
  }),
  raw: {
    allows: isResponse,
    allowed:
      "an object with a status from 200 to 599, headers as text, and a body as text unless the status has none",
  },
  replays: flag,
};

/** Whether a response can be made of it: `Response` knows which statuses, headers and bodies there can be. */
function isResponse(value: unknown): boolean {
  const { status, headers = {}, body } = (value ?? {}) as NonNullable<Fault["raw"]>;
  const isText = (one: unknown) => typeof one === "string";
  if (!Number.isInteger(status) || !(body === undefined || isText(body))) return false;
  try {
    void new Response(body ?? null, { status, headers });
    return Object.values(headers).every(isText);
  } catch {
    return false;
  }
}

/** What only a gateway or a proxy sends; a status of the contract comes with a `code`. */
const REDIRECTS = [301, 302, 303, 307, 308];
const GATEWAY = [...REDIRECTS, 408, 413, 502, 503, 504];

/**
 * Reads a fault that somebody asks for.
 * @throws RangeError in a sentence that says what is wrong and what is allowed.
 */
export function checkFault(value: unknown, contract: ContractFacts): Fault {
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
  checkCode(fault, contract);
  checkDetails(fault, contract);
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
  const allowed = effect === "redirect" ? REDIRECTS : GATEWAY;
  if (!allowed.includes(fault.status)) {
    throw new RangeError(
      `status is ${fault.status}; with ${effect} it is one of ${allowed.join(", ")}. Anything else is asked for with raw.`,
    );
  }
}

function checkCode({ operation, code, method }: Fault, { facts: { operations } }: ContractFacts): void {
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

function checkDetails({ code = "", param, retryAfter }: Fault, { conformance }: ContractFacts): void {
  const rule = conformance.errors[code];
  const subject = code === "" ? "A fault without a code" : code;
  if (param !== undefined && (rule === undefined || rule.param === "never")) {
    throw new RangeError(`${subject} never carries a param: leave it out.`);
  }
  if (retryAfter !== undefined && rule?.retry !== "after") {
    throw new RangeError(`${subject} has no Retry-After: leave retryAfter out.`);
  }
}
