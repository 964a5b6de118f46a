import { describe, expect, it } from "vitest";
import { conformanceFacts } from "../../generated/conformance.ts";
import { sandboxFacts } from "../../generated/sandbox.ts";
import type { Fault } from "../../src/entries/sandbox.ts";
import { checkFault } from "../../src/sandbox/check-fault.ts";
import { describeFault } from "../../src/sandbox/fault.ts";
import { scenarios } from "../../src/sandbox/index.ts";

const contract = { facts: sandboxFacts, conformance: conformanceFacts };

describe("A fault is refused in a sentence", () => {
  it.each<[unknown, RegExp]>([
    ...[null, "reset", 7, [{ cut: true }]].map((value): [unknown, RegExp] => [
      value,
      /^A fault is an object, such as /,
    ]),
    [{ cut: false }, /^A fault needs one of code, stall, reset, /],
    [{}, /^A fault needs one of code, stall, reset, /],
    [{ explode: true }, /^A fault has no "explode"; it may have operation, /],
    [{ toString: true }, /^A fault has no "toString"/],
    [{ code: "internal_error", reset: "before" }, /^A fault does one thing; this one has code and reset\.$/],
    [{ code: "teapot" }, /^There is no code teapot; there are authentication_required, /],
    [{ operation: "getTickets", cut: true }, /^There is no operation getTickets; there are listTickets, /],
    [
      { operation: "createTicket", code: "resource_conflict" },
      /^createTicket does not declare resource_conflict, so the API never sends it there; .* raw\.$/,
    ],
    [{ method: "DELETE", code: "invalid_json" }, /^No operation of DELETE declares invalid_json, /],
    [{ reset: "later" }, /^reset of a fault is "later"; it must be one of before, headers, body\.$/],
    [{ cut: 1 }, /^cut of a fault is 1; it must be true or false\.$/],
    [{ cut: true, times: 0 }, /^times of a fault is 0; it must be a whole number from 1, or always\.$/],
    [{ cut: true, after: -1 }, /it must be a whole number from 0\.$/],
    ...[
      ...[{ status: 99 }, { status: 199 }, { status: 600 }, { status: 200.5 }, { body: "x" }, null, "x"],
      ...[
        { status: 200, body: 7 },
        { status: 204, body: "x" },
        { status: 200, headers: "x" },
      ],
      ...[
        { status: 200, headers: { "a b": "x" } },
        { status: 200, headers: { a: 1 } },
      ],
      ...[
        { status: 200, headers: null },
        { status: 200, headers: { a: "ł" } },
      ],
    ].map((raw): [unknown, RegExp] => [{ raw }, /^raw of a fault is .*; it must be an object with a status/]),
    [{ operation: 7, cut: true }, /^operation of a fault is 7; it must be a text that is not empty\.$/],
    [{ operation: "", cut: true }, /^operation of a fault is ""; it must be a text that is not empty\.$/],
    [{ redirect: "a\nb" }, /^redirect of a fault is "a\\nb"; it must be an address, or true\.$/],
    [{ redirect: 7 }, /^redirect of a fault is 7; it must be an address, or true\.$/],
    [
      { redirect: true, status: 502 },
      /^status is 502; with redirect it is one of 301, 302, 303, 307, 308\. /,
    ],
    [{ code: "internal_error", param: "a" }, /^internal_error never carries a param: leave it out\.$/],
    [{ cut: true, param: "a" }, /^A fault without a code never carries a param: leave it out\.$/],
    [
      { code: "database_error", retryAfter: 1 },
      /^database_error has no Retry-After: leave retryAfter out\.$/,
    ],
    [{ html: true, status: 404 }, /^status is 404; with html it is one of 301, /],
    [{ cut: true, status: 502 }, /^status goes with html or redirect: /],
  ])("%j", (fault, message) => {
    expect(() => checkFault(fault, contract)).toThrow(message);
  });
});

it.each<Fault>([
  { raw: { status: 200 } },
  { raw: { status: 599, headers: { "x-a": "" }, body: "" } },
  { raw: { status: 204 } },
  { redirect: "https://example.com/", status: 301 },
  { html: true, status: 408 },
  { operation: undefined, cut: true, after: 0, times: 1 },
  { code: "parameter_invalid", param: "tags[0]", reset: undefined, html: false },
  { delay: 0 },
])("A fault may be %j", (fault) => {
  expect(checkFault(fault, contract)).toBe(fault);
});

it.each<[Fault, string]>([
  [{ reset: "body" }, "a reset in the body"],
  [{ reset: "before", effect: "done" }, "a reset before the response with the write done"],
  [{ stall: "headers", method: "GET" }, "a stall in the headers on GET"],
  [{ html: true }, "a page of HTML with 502"],
  [{ html: true, status: 504, operation: "getTicket" }, "a page of HTML with 504 on getTicket"],
  [{ empty: true }, "an empty body"],
  [{ cut: true, html: false }, "a body that is cut off"],
  [{ redirect: true }, "a redirect"],
  [{ raw: { status: 418 } }, "a raw response with 418"],
  [{ code: "internal_error", delay: 5 }, "internal_error"],
])("The log tells of %j as %s", (fault, words) => {
  expect(describeFault(fault)).toBe(words);
});

it.each(Object.entries(scenarios))("the scenario %s has faults that the contract allows", (_, { faults }) => {
  for (const fault of faults) expect(checkFault(fault, contract)).toBe(fault);
});
