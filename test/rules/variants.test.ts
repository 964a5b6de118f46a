import { expect, test } from "vitest";
import { check, said } from "./support/check.ts";
import { component, documentWith, object, text } from "./support/document.ts";

const [a, b, c, d, e] = ["a", "b", "c", "d", "e"].map(component);
const oneOf = (...choices: unknown[]) => ({ oneOf: choices });
const allOf = (...parts: unknown[]) => ({ allOf: parts });
const narrowed = (error: unknown, to: unknown) => allOf(object({ error }), object({ error: to }));
const code = (value: string) => object({ code: { const: value } });

/** The document whose errors have these bodies, with the codes `a` to `e` and an error with the code `z`. */
function documentOf(bodies: readonly unknown[], schemas: Record<string, unknown> = {}): unknown {
  const codes = ["a", "b", "c", "d", "e", "z"];
  const own = Object.fromEntries(codes.map((one) => [one, code(one)]));
  const last = object({ error: component("z") });
  return documentWith(
    [...bodies, last].map((body) => ({ 400: body })),
    { ErrorCode: { enum: codes }, Open: object({ code: text }), ...own, ...schemas },
  );
}

/** The codes of `a` to `e` that a body carries. */
function carried(body: unknown): string[] {
  const messages = said("error-code-reachable", documentOf([body]));
  return ["a", "b", "c", "d", "e"].filter(
    (one) => !messages.some((message) => message.includes(`code ${one}.`)),
  );
}

test.each<[what: string, body: unknown, codes: string[]]>([
  ["every choice of its error", object({ error: oneOf(a, b, c) }), ["a", "b", "c"]],
  ["every alternative of the body", oneOf(object({ error: a }), object({ error: b })), ["a", "b"]],
  ["the code that narrows a choice", narrowed(oneOf(a, b, c), a), ["a"]],
  ["the code that narrows a choice, before it", narrowed(b, oneOf(a, b, c)), ["b"]],
  ["the shorter of two choices", narrowed(oneOf(a, b, c), oneOf(b, c)), ["b", "c"]],
  ["the shorter of two choices, before it", narrowed(oneOf(b, c), oneOf(a, b, c)), ["b", "c"]],
  ["nothing that the longer choice does not offer", narrowed(oneOf(a, b, c), oneOf(a, d)), ["a"]],
  [
    "what a choice with an open code offers",
    narrowed(oneOf(a, component("Open"), e), oneOf(b, c)),
    ["b", "c"],
  ],
  [
    "what a choice offers together with another code",
    narrowed(oneOf(object({ code: { enum: ["a", "b"] } }), c, d), oneOf(a, c)),
    ["a", "c"],
  ],
  [
    "the code that all parts allow",
    object({ error: allOf(object({ code: { enum: ["a", "b"] } }), a) }),
    ["a"],
  ],
  [
    "each of several codes of one schema",
    object({ error: object({ code: { enum: ["a", "b"] } }) }),
    ["a", "b"],
  ],
])("a body carries %s", (_, body, codes) => {
  expect(carried(body)).toEqual(codes);
});

test("the choices of a body that is referred to are told apart", () => {
  const Body = object({ error: oneOf(code("a"), code("b")) });
  expect(said("error-code-reachable", documentOf([component("Body")], { Body }))).toEqual(
    ["c", "d", "e"].map(
      (one) => `No operation declares the code ${one}. Add it to a response of one, or retire it.`,
    ),
  );
});

test.each<[what: string, body: unknown, names: string[]]>([
  ["the only error of a body", object({ error: a }), ["a"]],
  ["every choice of an error", object({ error: oneOf(a, b) }), ["a", "b"]],
  ["the only choice of an error", object({ error: oneOf(a) }), ["a"]],
  ["the shorter of two choices", narrowed(oneOf(c, d, e), oneOf(a, b)), ["a", "b"]],
])("a schema that is called after a code and has none is named: %s", (_, body, names) => {
  const schemas = { a: object({ code: text }), b: object({ code: text }) };
  const messages = said("error-code-reachable", documentOf([body], schemas));
  expect(messages.filter((message) => message.startsWith("The schema"))).toEqual(
    names.map(
      (name) =>
        `The schema ${name} is called after a code, and has none. Give its \`code\` the const ${name}.`,
    ),
  );
});

test("where the alternatives are whole bodies, what a body says of its code counts", () => {
  const body = (own: string, status: number) => ({
    "x-http-status": status,
    ...object({ error: code(own) }),
  });
  const schemas = { Gone: body("a", 410), Lost: body("b", 400) };
  const document = documentOf([oneOf(component("Gone"), component("Lost"))], schemas);
  expect(said("error-status-matches-response", document)).toEqual([
    "The code a has the status 410, yet every response with it is a 400. Correct x-http-status, or move the code.",
  ]);
});

test("a narrowing part may stand before the envelope", () => {
  const Envelope = object({ error: component("Open") });
  const body = allOf(object({ error: code("a") }), component("Envelope"));
  const found = check(documentOf([body], { Envelope }));
  expect(found.filter(({ message }) => message.includes("Open"))).toEqual([]);
});
