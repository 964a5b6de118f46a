import { expect, test } from "vitest";
import { parsedDocument } from "../../src/document/index.ts";
import { checkDocument } from "../../src/rules/check.ts";
import { check, said } from "./support/check.ts";
import { component, documentWith, object, text } from "./support/document.ts";

const carried = (...parts: unknown[]) => object({ error: object({ code: { allOf: parts } }) });
/** A body that carries the code `odd`, in an envelope whose codes are these. */
const odd = (code: unknown) => ({ allOf: [object({ error: object({ code }) }), carried({ const: "odd" })] });
const Codes = { enum: ["alpha", "beta"] };

test.each<[what: string, code: unknown, schemas: Record<string, unknown>, registry: string]>([
  [
    "the component of that name, whatever the envelope refers to",
    component("Wide"),
    { Wide: { enum: ["alpha", "odd"] }, ErrorCode: { enum: ["gamma"] } },
    "ErrorCode",
  ],
  [
    "that of the envelope where the component is any text",
    component("Codes"),
    { Codes, ErrorCode: text },
    "Codes",
  ],
  [
    "that of the envelope where the component is one code",
    component("Codes"),
    { Codes, ErrorCode: { const: "gamma" } },
    "Codes",
  ],
  [
    "that of the envelope where the component is empty",
    component("Codes"),
    { Codes, ErrorCode: { enum: [] } },
    "Codes",
  ],
  [
    "that of the envelope where the component has numbers alone",
    component("Codes"),
    { Codes, ErrorCode: { enum: [1, 2] } },
    "Codes",
  ],
  ["written in place, with a single code", { enum: ["alpha"] }, {}, "`code.enum`"],
  [
    "of several in the envelope the one of that name, wherever it stands",
    {
      allOf: [component("Wide"), { $ref: "#/x-lists/ErrorCode" }],
    },
    { Wide: { enum: ["alpha", "odd"] } },
    "ErrorCode",
  ],
  [
    "of several in the envelope the most general one",
    { allOf: [component("Codes"), component("Wide")] },
    { Codes, Wide: { enum: ["alpha", "odd"] } },
    "Codes",
  ],
])("the list of all codes is %s", (_, code, schemas, registry) => {
  const document = documentWith([{ 400: odd(code) }], schemas);
  const lists = { ErrorCode: { enum: ["alpha"] } };
  expect(said("error-code-registered", { ...document, "x-lists": lists })).toEqual([
    `The code odd is not in the registry ${registry}. Add it there, or correct the code.`,
  ]);
});

/** An envelope that leaves its code open, and how a body narrows it. */
const open = (...parts: unknown[]) => ({
  allOf: [object({ error: object({ code: text }) }), carried(...parts)],
});

test.each([
  ["first", ["Codes", "Codes", "Others"]],
  ["last", ["Others", "Codes", "Codes"]],
])("without a list in the envelope, it is the one that most errors refer to: %s", (_, names) => {
  const bodies = names.map((name) => ({ 400: open(component(name), { const: "odd" }) }));
  const lists = { Codes: { enum: ["alpha", "odd"] }, Others: { enum: ["odd", "zeta"] } };
  expect(said("error-code-reachable", documentWith(bodies, lists))).toEqual([
    "No operation declares the code alpha. Add it to a response of one, or retire it.",
  ]);
});

test("the code of one error is no list of all", () => {
  const document = documentWith([{ 400: open({ enum: ["odd"] }) }]);
  expect(checkDocument(parsedDocument(document)).note).toContain("no list of all codes");
});

test("null in the list is no code", () => {
  expect(check(documentWith([{ 400: odd({ enum: ["odd", null] }) }]))).toEqual([]);
});

test("a list of types that is written in place is known by its field", () => {
  const error = object({ type: { enum: ["client"] }, code: text });
  const one = (code: string) => ({
    allOf: [
      component("Envelope"),
      object({ error: object({ type: { const: "server" }, code: { const: code } }) }),
    ],
  });
  const document = documentWith([{ 400: one("lost") }, { 500: one("down") }], {
    Envelope: object({ error }),
  });
  expect(said("error-type-matches-status", document)).toEqual([
    "`type.enum` lacks the type server, which lost and down have. List it, or correct the codes.",
  ]);
});
