import { expect, test } from "vitest";
import { planModels, schemasWithin } from "../../scripts/emit/client-models.ts";
import { contractWords } from "../../scripts/emit/client-words.ts";
import { createIdentifiers } from "../../scripts/names/identifier.ts";
import {
  body,
  documentOf,
  inputOf,
  type Json,
  operation,
  query,
  ref,
  sourceOf,
  success,
} from "./document.ts";

const wordsOf = (document: Json) => contractWords(inputOf(document).contract, document);

/** The words that a schema of a request adds. */
function added(schema: Json, more: Json = {}): string[] {
  const request = { content: { "application/json": { schema } } };
  const create = operation("createPet", { requestBody: request, ...more });
  const known = wordsOf(documentOf({ "POST /pets": operation("createPet") }));
  return wordsOf(documentOf({ "POST /pets": create }, { Long: { properties: { referred: {} } } })).filter(
    (word) => !known.includes(word),
  );
}

test.each<[what: string, schema: Json, words: string[]]>([
  ["names of six characters", { properties: { fiver: {}, sixers: {} } }, ["sixers"]],
  ["values of eight characters", { enum: ["sevenup", "eightish", 12345678, null] }, ["eightish"]],
  ["no sign", { properties: { "with-sign": {}, "two words": {} }, enum: ["eight-ish"] }, []],
  [
    "what stands deeper",
    { allOf: [{ properties: { deeper: { items: { enum: ["deepdown"] } } } }] },
    ["deeper", "deepdown"],
  ],
  ["what a $ref leads to", ref("schemas", "Long"), ["referred"]],
  [
    "nothing of examples and extensions",
    {
      example: { properties: { sample: 1 } },
      examples: [{ name: "samples" }],
      "x-more": { name: "further" },
    },
    [],
  ],
  [
    "each once",
    { properties: { twofold: { properties: { twofold: {} } } }, enum: ["twofold_"] },
    ["twofold", "twofold_"],
  ],
  ["no code and no type of an error", { properties: { gone_error: {}, another: {} } }, ["another"]],
  ["nothing of what is no schema", { properties: 7, enum: "eightish" }, []],
])("the words of a document are %s", (_, schema, words) => {
  expect(added(schema)).toEqual(words);
});

test("those of requests come first, and of responses only the long ones are taken", () => {
  const reply = success({ properties: { shorty: {}, longername: {} } });
  const create = operation("createPet", {
    parameters: [query("dryRun"), query("tiny")],
    requestBody: body("application/json"),
    responses: { 200: reply },
  });
  const words = wordsOf(documentOf({ "POST /homes/{homeId}/pets": create }));
  expect(words.slice(0, 2)).toEqual(["homeId", "dryRun"]);
  expect(words).toContain("longername");
  for (const other of ["shorty", "tiny", "gone", "createPet"]) expect(words).not.toContain(other);
});

test.each<[schema: unknown, kind: "interface" | "alias"]>([
  [{ type: "object" }, "interface"],
  [{ type: "object", allOf: [{ type: "object" }, { properties: {} }] }, "interface"],
  [{ allOf: [ref("schemas", "Pet"), { type: "object" }] }, "interface"],
  [{ properties: {} }, "alias"],
  [{ type: "string" }, "alias"],
  [{ type: "object", allOf: [{ type: "string" }] }, "alias"],
  ...["oneOf", "anyOf", "enum", "const", "not", "if"].map((word): [unknown, "alias"] => [
    { type: "object", [word]: [{ type: "object" }] },
    "alias",
  ]),
  [{ type: "object", allOf: [{ oneOf: [{}] }] }, "alias"],
])("the type of the schema %j is an %s", (schema, kind) => {
  const { tree, bundle } = sourceOf(documentOf({ "GET /pets": operation("listPets") }, { One: schema }));
  expect(planModels(["One"], { bundle, tree, names: createIdentifiers(["One"]) }).at(-1)).toEqual({
    ...{ type: "One_", schema: "One", description: "", kind },
  });
});

test("a model has the description of its schema, where that is a text", () => {
  const document = documentOf(
    { "GET /pets": operation("listPets") },
    { A: { description: "All." }, B: { description: 7 } },
  );
  const { tree, bundle } = sourceOf(document);
  const models = planModels(["B", "A", "None"], { bundle, tree, names: createIdentifiers() });
  expect(models.map(({ schema, description }) => [schema, description])).toEqual([
    ["A", "All."],
    ["B", ""],
  ]);
});

test.each<[what: string, bundle: unknown, names: string[]]>([
  ["a bundle of nothing", undefined, []],
  ["components that are none", { components: 1 }, []],
  ["schemas that are none", { components: { schemas: [] } }, []],
  [
    "a $ref into a schema, or past all",
    {
      components: {
        schemas: {
          A: { a: { $ref: "#/components/schemas/B/x" }, b: { $ref: "x#/components/schemas/B" } },
          B: {},
        },
      },
    },
    ["A"],
  ],
  [
    "a $ref in a list",
    { components: { schemas: { A: { allOf: [null, { $ref: "#/components/schemas/B" }] }, B: {} } } },
    ["A", "B"],
  ],
])("models of %s", (_, bundle, names) => {
  expect(schemasWithin(["A"], bundle)).toEqual(names);
});
