import ts from "typescript";
import { describe, expect, test } from "vitest";
import {
  camelCase,
  createIdentifiers,
  firstWord,
  pascalCase,
  RESERVED_WORDS,
} from "../../scripts/names/identifier.ts";

test("every word that TypeScript reserves, also in strict mode, is a reserved word", () => {
  const { FirstReservedWord, LastFutureReservedWord } = ts.SyntaxKind;
  const kinds = Array.from(
    { length: LastFutureReservedWord - FirstReservedWord + 1 },
    (_, at) => FirstReservedWord + at,
  );
  const words = kinds.map((kind) => ts.tokenToString(kind));
  expect(words.filter((word) => !RESERVED_WORDS.has(word ?? ""))).toEqual([]);
  expect(words.length).toBeGreaterThan(40);
});

test.each([...RESERVED_WORDS])("%s becomes a name that can be declared as parameter and as type", (word) => {
  const name = createIdentifiers().claim(word);
  const text = `"use strict"; export function f(${name}: string) { return ${name}; } export interface ${name} {}`;
  const { diagnostics } = ts.transpileModule(text, { reportDiagnostics: true });
  expect(diagnostics).toEqual([]);
});

test.each([
  ["ticketId", "ticketId", "TicketId"],
  ["ticket-id", "ticketId", "TicketId"],
  ["ticket.status_code", "ticketStatusCode", "TicketStatusCode"],
  ["listTickets", "listTickets", "ListTickets"],
  ["tickets/list", "ticketsList", "TicketsList"],
  ["--odd--", "odd", "Odd"],
  ["größe-ändern", "größeÄndern", "GrößeÄndern"],
  ["2fa", "2fa", "2fa"],
  ["~", "", ""],
])("%s is %s, and as a type %s", (text, camel, pascal) => {
  expect([camelCase(text), pascalCase(text)]).toEqual([camel, pascal]);
});

test.each([
  ["listTickets", "list"],
  ["list-tickets", "list"],
  ["ListTickets", "list"],
  ["getURL", "get"],
  ["URL", "url"],
  ["tickets.list", "tickets"],
  ["close", "close"],
  ["get2fa", "get"],
  ["", ""],
])("the first word of %s is %s", (text, want) => {
  expect(firstWord(text)).toBe(want);
});

describe("an identifier", () => {
  test("that is one already stays as it is, and another is made into one", () => {
    const names = createIdentifiers();
    expect(["ticket_id", "$x", "ticket-id", "2fa", "a b"].map((text) => names.claim(text))).toEqual([
      ...["ticket_id", "$x", "ticketId", "_2fa", "aB"],
    ]);
  });

  test("is given out once", () => {
    const names = createIdentifiers(["body"]);
    expect(["body", "ticket-id", "ticketId", "ticket.id"].map((text) => names.claim(text))).toEqual([
      ...["body_", "ticketId", "ticketId_", "ticketId__"],
    ]);
  });
});
