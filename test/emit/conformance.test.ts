import { expect, test } from "vitest";
import { conformanceFacts, emitConformance } from "../../scripts/emit/conformance.ts";
import { createSchemaCollector, SchemaError } from "../../scripts/emit/conformance-schema.ts";
import { documentOf, inputOf, type Json, operation, pet, pets, ref, schemasOf } from "./document.ts";

const header = (schema: Json, required: boolean) => ({ required, schema });

function document(): Json {
  const made = documentOf({
    "GET /v/pets": operation("listPets", {
      responses: {
        200: {
          ...pets(),
          headers: {
            "X-Total": header({ type: "integer" }, true),
            "X-Page": header({ type: "integer" }, false),
            "X-Any": { required: true, content: { "text/plain": {} } },
          },
        },
      },
    }),
    "POST /v/pets": operation("createPet", { responses: { 201: pet(), 204: { description: "None." } } }),
  });
  return { ...made, servers: [{ url: "https://pets.example/api/v1/" }] };
}

test("the check of responses knows of the contract what a response must be, and nothing that only explains", () => {
  const { schemas, envelope, ...facts } = conformanceFacts(inputOf(document()));
  const at = (method: string, status: number) => ({
    $ref: `/paths/~1v~1pets/${method}/responses/${status}/content/application~1json/schema`,
  });
  expect(facts).toEqual({
    version: "1.0.0",
    basePath: "/api/v1",
    mediaType: "application/json",
    errorEnvelope: { $ref: "ErrorEnvelope" },
    types: ["gone_error"],
    errors: {
      gone: {
        ...{ type: "gone_error", status: 404, docUrl: "https://pets.example/errors#gone" },
        ...{ param: "never", retry: "never", schema: { $ref: "gone" } },
      },
    },
    retired: {},
    operations: [
      {
        ...{ id: "listPets", method: "GET", path: "/v/pets", codes: ["gone"] },
        responses: { 200: "listPets 200", 404: "Gone" },
      },
      {
        ...{ id: "createPet", method: "POST", path: "/v/pets", codes: ["gone"] },
        responses: { 201: "createPet 201", 204: "createPet 204", 404: "Gone" },
      },
    ],
    responses: {
      "listPets 200": {
        mediaType: "application/json",
        schema: at("get", 200),
        headers: {
          "x-total": { $ref: "/paths/~1v~1pets/get/responses/200/headers/X-Total/schema" },
          "x-any": {},
        },
      },
      "createPet 201": { mediaType: "application/json", schema: at("post", 201) },
      "createPet 204": {},
      Gone: { mediaType: "application/json" },
    },
    keyPrefixes: ["sk_"],
  });
  expect(envelope).toMatchObject({ success: "success", error: "error" });
  expect(Object.keys(schemas)).toEqual(
    expect.arrayContaining(["gone", "ErrorEnvelope", "Pet", at("get", 200).$ref]),
  );
  expect(JSON.stringify(schemas)).not.toMatch(/"x-|description|title|examples/);
});

test("codes that are gone are known with the version that went without them", () => {
  const made = document();
  Object.assign(schemasOf(made).ErrorCode ?? {}, {
    "x-retired-codes": [{ code: "lost", retired: "0.9.0", reason: "Nobody lost anything." }],
  });
  expect(conformanceFacts(inputOf(made)).retired).toEqual({ lost: "0.9.0" });
});

test("a document of another media type, or of none, has a word for its errors nevertheless", () => {
  const made = JSON.parse(
    JSON.stringify(document()).replaceAll("application/json", "application/problem+json"),
  );
  expect(conformanceFacts(inputOf(made)).mediaType).toBe("application/problem+json");
});

test("the facts are written as a module with a type", () => {
  const [file, ...others] = emitConformance(inputOf(document()));
  expect([file?.path, others]).toEqual(["conformance.ts", []]);
  const json = /export const conformanceFacts: ConformanceFacts = (\{.*\});\n$/s.exec(
    file?.content ?? "",
  )?.[1];
  expect(JSON.parse(json ?? "")).toEqual(conformanceFacts(inputOf(document())));
});

/** What the check gets of a schema, and by name what that refers to. */
function collect(schema: unknown, others: Json = {}) {
  const { refer, schemas } = createSchemaCollector({ components: { schemas: { X: schema, ...others } } });
  expect(refer("/components/schemas/X")).toEqual({ $ref: "X" });
  return schemas;
}

const a = { type: "string" };

test.each<[string, schema: unknown, want: unknown]>([
  ["true accepts everything", true, {}],
  ["false accepts nothing", false, { not: {} }],
  [
    "words that only explain go, and those that constrain stay",
    { title: "A", description: "B", examples: [1], default: 2, "x-a": 3, ...a, minLength: 1, pattern: "^a" },
    { ...a, minLength: 1, pattern: "^a" },
  ],
  // JSON Schema 2020-12, Validation, 6.
  ...Object.entries({
    ...{
      type: ["string", "null"],
      enum: [1],
      const: 1,
      multipleOf: 2,
      maximum: 1,
      exclusiveMaximum: 1,
      minimum: 1,
    },
    ...{
      exclusiveMinimum: 1,
      maxLength: 1,
      minLength: 1,
      pattern: "a",
      maxItems: 1,
      minItems: 1,
      uniqueItems: true,
    },
    ...{ maxProperties: 1, minProperties: 1, required: ["a"], format: "date" },
  }).map(([word, value]): [string, unknown, unknown] => [
    `${word} stays, and brings nothing else`,
    { [word]: value, title: "T" },
    { [word]: value },
  ]),
  ["a value that is false or zero stays", { const: false, minimum: 0 }, { const: false, minimum: 0 }],
  [
    "schemas within stay, in every place",
    {
      properties: { title: { title: "T", ...a } },
      additionalProperties: { title: "T" },
      items: { title: "T" },
      allOf: [{ title: "T" }],
      anyOf: [true],
      oneOf: [false],
      not: { title: "T" },
    },
    {
      properties: { title: a },
      additionalProperties: {},
      items: {},
      allOf: [{}],
      anyOf: [{}],
      oneOf: [{ not: {} }],
      not: {},
    },
  ],
  ["additionalProperties may be a boolean", { additionalProperties: false }, { additionalProperties: false }],
  [
    "if, then and else are a choice each",
    JSON.parse('{"if":{"minimum":1},"then":{"maximum":9},"else":{"const":0}}'),
    {
      allOf: [
        { anyOf: [{ not: { minimum: 1 } }, { maximum: 9 }] },
        { anyOf: [{ not: { not: { minimum: 1 } } }, { const: 0 }] },
      ],
    },
  ],
  ["then without if says nothing", JSON.parse('{"then":{"maximum":9}}'), {}],
  ["if alone says nothing", { if: { minimum: 1 } }, {}],
  [
    "contains is that not all items are others",
    { allOf: [a], contains: { const: 1 } },
    { allOf: [a, { anyOf: [{ not: { type: "array" } }, { not: { items: { not: { const: 1 } } } }] }] },
  ],
  [
    "what depends on a property is a choice",
    { dependentRequired: { a: ["b"] }, dependentSchemas: { c: { required: ["d"] } } },
    {
      allOf: [
        { anyOf: [{ not: { type: "object", required: ["a"] } }, { required: ["b"] }] },
        { anyOf: [{ not: { type: "object", required: ["c"] } }, { required: ["d"] }] },
      ],
    },
  ],
])("of a schema, %s", (_, schema, want) => {
  expect(collect(schema)).toStrictEqual({ X: want });
});

test("schemas come with all that they refer to, each once, those in the middle of others under their place", () => {
  const others = { Y: { properties: { self: ref("schemas", "Y"), x: ref("schemas", "X") } }, Z: a };
  const schema = {
    properties: { y: ref("schemas", "Y"), part: { $ref: "#/components/schemas/X/properties/y" } },
  };
  const part = "/components/schemas/X/properties/y";
  expect(collect(schema, others)).toEqual({
    X: { properties: { y: { $ref: "Y" }, part: { $ref: part } } },
    Y: { properties: { self: { $ref: "Y" }, x: { $ref: "X" } } },
    [part]: { $ref: "Y" },
  });
});

test.each([
  ...["patternProperties", "propertyNames", "prefixItems", "unevaluatedItems", "unevaluatedProperties"],
  ...["minContains", "maxContains", "$dynamicRef"],
])("a schema with %s is refused where it stands, with what to do", (keyword) => {
  const refused = () => collect({ properties: { a: { [keyword]: {} } } });
  expect(refused).toThrow(SchemaError);
  expect(refused).toThrow(
    `The check of responses does not know \`${keyword}\` (/components/schemas/X/properties/a): say it with properties, items, anyOf or not, or teach src/conformance the keyword`,
  );
  expect(refused).toThrow(
    expect.objectContaining({ pointer: `/components/schemas/X/properties/a/${keyword}` }),
  );
});

test("what is no schema, and a reference to nothing or away from the document, are refused", () => {
  expect(() => collect({ not: null })).toThrow(
    "There is no schema at /components/schemas/X/not of the bundle.",
  );
  expect(() => collect({ items: 7 })).toThrow(
    "There is no schema at /components/schemas/X/items of the bundle.",
  );
  for (const $ref of ["#/components/schemas/None", "other.yaml"]) {
    expect(() => collect({ items: { $ref } })).toThrow(
      `The $ref "${$ref}" at /components/schemas/X/items of the bundle leads to nothing.`,
    );
  }
});
