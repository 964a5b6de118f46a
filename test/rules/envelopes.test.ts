import { expect, test } from "vitest";
import { check, said } from "./support/check.ts";
import { component, documentWith, object, text } from "./support/document.ts";

const coded = object({ code: text });
const Envelope = { required: ["error"], properties: { success: { const: false }, error: coded } };
const Other = object({ error: coded, status: text, time: text });
const oneOf = (...choices: unknown[]) => ({ oneOf: choices });
const allOf = (...parts: unknown[]) => ({ allOf: parts });
const [E, O] = [component("Envelope"), component("Other")];
const loop = { $ref: "#/components/schemas/Loop/properties/error" };

/** What the rule calls the envelope where it tells a body from it. */
function named(bodies: readonly unknown[], schemas: Record<string, unknown>): (string | undefined)[] {
  const messages = said(
    "error-envelope",
    documentWith(
      bodies.map((body) => ({ 400: body })),
      schemas,
    ),
  );
  return [...new Set(messages.map((message) => /is not (.+?): /.exec(message)?.[1]))];
}

/** A body that is no envelope. */
const bare = object({ text });

test.each<[what: string, bodies: unknown[], schemas: Record<string, unknown>]>([
  ["all bodies but one contain", [E, E, bare], {}],
  [
    "has the error object, and not the wider part beside it",
    [allOf(component("Wide"), E), allOf(component("Wide"), E), bare],
    { Wide: object({ a: text, b: text, c: text, d: text }) },
  ],
  [
    "is wider than a part that narrows it, before it",
    [allOf(component("Narrow"), E), allOf(component("Narrow"), E), bare],
    { Narrow: object({ error: coded }) },
  ],
  [
    "is wider than a part that narrows it, behind it",
    [allOf(E, component("Narrow")), allOf(E, component("Narrow")), bare],
    { Narrow: object({ error: coded }) },
  ],
  ["more bodies contain than a wider one before it", [O, E, E, bare], { Other }],
  ["more bodies contain than a wider one behind it", [E, E, O, bare], { Other }],
  [
    "more bodies contain than one of the same width",
    [E, E, O, bare],
    { Other: object({ error: coded, time: text }) },
  ],
  [
    "more bodies contain than one that a single body offers three times",
    [oneOf(allOf(O, { title: "a" }), allOf(O, { title: "b" }), allOf(O, { title: "c" })), E, E, bare],
    { Other },
  ],
  [
    "always has a code, and not one that offers an error without",
    [component("Mixed"), E, component("Mixed"), E],
    { Mixed: object({ error: oneOf(coded, object({ message: text })), a: text, b: text }) },
  ],
  [
    "has a code, and not one whose error is a text",
    [component("Bare"), E, component("Bare"), E],
    { Bare: object({ error: text, a: text, b: text }) },
  ],
  [
    "has a code, and not one whose error is a choice of itself",
    [component("Loop"), E, component("Loop"), E],
    { Loop: object({ error: oneOf(loop, loop), a: text, b: text }) },
  ],
  [
    "has a property that refers to nothing",
    [E, E, bare],
    { Envelope: { ...Envelope, properties: { ...Envelope.properties, links: component("Nothing") } } },
  ],
])("the envelope is the schema that %s", (_, bodies, schemas) => {
  expect(named(bodies, { Envelope, ...schemas })).toEqual(["Envelope"]);
});

test.each([
  ["Schema", "Schema"],
  ["schema2", "schema2"],
  ["subschema", "subschema"],
  ["7up", "7up"],
  ["schema", "the envelope of the other errors"],
  ["42", "the envelope of the other errors"],
])("an envelope called %s is called %s", (name, want) => {
  const body = component(name);
  expect(named([body, body, bare], { [name]: Envelope })).toEqual([want]);
});

test("of several envelopes in as many bodies none gives its name to all, whatever else there is", () => {
  const schemas = { Envelope, Late: Envelope, Other };
  const late = component("Late");
  expect(named([E, late, E, O, late, bare], schemas)).toEqual(["the envelope of the other errors"]);
});

test("an error object beside a reference to nothing is none that others can be compared with", () => {
  const error = { ...component("Nothing"), properties: { code: text } };
  expect(check(documentWith([{ 400: object({ error }) }]))).toEqual([]);
});

test("an envelope that is written in place has no name", () => {
  expect(named([Envelope, bare], {})).toEqual(["the envelope of the other errors"]);
});

test("a body that contradicts a constant of the envelope is told so, behind references, too", () => {
  const schemas = {
    Envelope: { ...Envelope, properties: { ...Envelope.properties, success: component("No") } },
    No: { const: false },
  };
  const body = allOf(E, object({ success: { const: true } }));
  expect(said("error-envelope", documentWith([{ 400: E }, { 400: body }], schemas))).toEqual([
    "This error body of the 400 response of GET /p1 is not Envelope: its `success` is true, not false. Build it on Envelope by $ref.",
  ]);
});
