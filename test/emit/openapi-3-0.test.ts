import { expect, test } from "vitest";
import { document30, emitOpenapi30, findMissingIn30 } from "../../scripts/emit/openapi-3-0.ts";
import { fromPointer, valueAt } from "../../src/document/index.ts";
import { addCodes, documentOf, inputOf, type Json, operation, pets, query } from "./document.ts";

const paths = {
  "GET /pets": operation("listPets", {
    parameters: [query("age", { type: ["integer", "null"], exclusiveMinimum: 0 })],
    responses: { 200: pets() },
  }),
};
const edition = (more: Json = {}) => document30(inputOf({ ...documentOf(paths), ...more }));
const info = { title: "Pets", version: "1.0.0" };

test("it is written as YAML and as JSON under a name of its own", () => {
  const files = emitOpenapi30(inputOf(documentOf(paths)));
  expect(files.map(({ path }) => path)).toEqual(["openapi-3.0.yaml", "openapi-3.0.json"]);
  expect(JSON.parse(files[1]?.content ?? "")).toMatchObject({ openapi: "3.0.3", info });
});

test.each<[string, info: Json, want: Json]>([
  ["what 3.0 knows", { contact: { name: "Vet" } }, { contact: { name: "Vet" } }],
  ["its summary before its description", { summary: "S.", description: "D." }, { description: "S.\n\nD." }],
  ["its summary alone", { summary: "S." }, { description: "S." }],
  ["no text that is empty", { summary: "", description: "D." }, { description: "D." }],
  [
    "a licence by its identifier as an address",
    { license: { name: "MIT", identifier: "MIT" } },
    { license: { url: "https://spdx.org/licenses/MIT.html", name: "MIT" } },
  ],
  ["a licence by its name", { license: { name: "Ours" } }, { license: { name: "Ours" } }],
])("its info has %s", (_, given, want) => {
  expect(edition({ info: { ...info, ...given } }).info).toEqual({ ...info, ...want });
});

test("what 3.0 has no place for is kept under a name of its own, or left out where it says nothing", () => {
  const document = documentOf(paths);
  const hooks = { born: { post: { responses: { 200: { description: "Fine." } } } } };
  const items = { Pets: { summary: "Pets" } };
  const given = {
    ...{ ...document, jsonSchemaDialect: "https://spec.openapis.org/oas/3.1/dialect/base", webhooks: hooks },
    components: { ...(document.components as Json), pathItems: items },
  };
  const made = edition(given);
  expect(Object.keys(made)).toEqual([
    ...["openapi", "x-generated", "servers", "paths", "info", "x-webhooks", "components"],
  ]);
  expect(made["x-webhooks"]).toEqual(hooks);
  expect(Object.keys(made.components as Json)).toEqual([
    ...["securitySchemes", "responses", "schemas", "x-pathItems"],
  ]);
  expect((made.components as Json)["x-pathItems"]).toEqual(items);
  expect(Object.keys(edition())).not.toContain("x-webhooks");
  expect(Object.keys(edition().components as Json)).not.toContain("x-pathItems");
});

test("schemas are in the words of 3.0, those of parameters too", () => {
  expect(valueAt(edition(), fromPointer("/paths/~1pets/get/parameters/0/schema"))).toEqual({
    ...{ type: "integer", nullable: true, minimum: 0, exclusiveMinimum: true },
  });
});

test("each code is in one piece, with its code as a text with a pattern, and the discriminator leads to it", () => {
  const document = document30(inputOf(addCodes(documentOf(paths), "gone.2")));
  const { schemas } = document.components as { schemas: Record<string, Json> };
  expect(schemas["gone.2"]).toEqual({
    title: "Gone",
    description: "It is gone.",
    ...{ "x-http-status": 404, "x-retry": "never", "x-actor": "nobody", "x-applies-to": ["always"] },
    ...{ "x-since": "1.0.0", "x-causes": ["Somebody took it."], "x-fixes": ["Look elsewhere."] },
    type: "object",
    required: ["type", "code", "message"],
    properties: {
      type: { type: "string", enum: ["gone_error"] },
      code: { type: "string", pattern: "^gone\\.2$", example: "gone.2" },
      message: { type: "string", example: "It is gone." },
      doc_url: { type: "string", enum: ["https://pets.example/errors#gone.2"] },
    },
  });
  expect(JSON.stringify(document)).toContain('"mapping":{"gone":"#/components/schemas/gone","gone.2":');
});

test("a code whose schema says more than its properties stays in its parts", () => {
  const document = documentOf(paths);
  const { schemas } = document.components as { schemas: Record<string, Json> };
  Object.assign(schemas.gone ?? {}, { minProperties: 3 });
  const made = document30(inputOf(document)).components as { schemas: Record<string, Json> };
  expect(made.schemas.gone).toMatchObject({ minProperties: 3, allOf: [{}, {}] });
});

test.each<[string, schema: Json, want: string[]]>([
  ["none", { type: "object", properties: { if: {} }, default: { if: 1 } }, []],
  ["one", { if: {} }, ["/if if"]],
  [
    "some within others",
    { properties: { a: { propertyNames: {} } }, allOf: [{ items: { contains: {} } }] },
    ["/properties/a/propertyNames propertyNames", "/allOf/0/items/contains contains"],
  ],
  ["what is no object", { properties: { a: true } }, []],
])("the keywords that it leaves out are found wherever they stand: %s", (_, schema, want) => {
  const show = ({ pointer, keyword }: { pointer: string; keyword: string }) => `${pointer} ${keyword}`;
  expect(findMissingIn30({ components: { schemas: { X: schema } } }).map(show)).toEqual(
    want.map((row) => `/components/schemas/X${row}`),
  );
  expect(findMissingIn30({ paths: { "/x": { get: { parameters: [{ schema }] } } } }).map(show)).toEqual(
    want.map((row) => `/paths/~1x/get/parameters/0/schema${row}`),
  );
});
