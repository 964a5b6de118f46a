import { expect, test } from "vitest";
import { flattenObject } from "../../scripts/emit/flat-schema.ts";
import { documentOf, type Json, operation, ref } from "./document.ts";

const ID = { type: "string", minLength: 1 };
const schemas: Record<string, Json> = {
  Id: ID,
  Named: {
    type: "object",
    required: ["name"],
    properties: {
      name: { type: "string", description: "A name.", maxLength: 9, "x-a": 1 },
      id: ref("schemas", "Id"),
    },
  },
};

/** A schema called `X`, in one piece. */
function flat(schema: Json): Json | undefined {
  const document = documentOf({ "GET /pets": operation("listPets") }, { ...schemas, X: schema });
  return flattenObject(document, "/components/schemas/X");
}

test.each<[string, schema: Json, want: Json | undefined]>([
  [
    "of parts has the properties of all, as they stand where they are declared",
    { allOf: [ref("schemas", "Named"), { type: "object", properties: { age: { type: "integer" } } }] },
    {
      type: "object",
      required: ["name"],
      properties: {
        ...{ name: schemas.Named?.properties && (schemas.Named.properties as Json).name },
        ...{ id: ref("schemas", "Id"), age: { type: "integer" } },
      },
    },
  ],
  [
    "keeps what it says itself, and nothing of what its parts say of themselves",
    { title: "X", "x-b": 2, allOf: [{ description: "A part.", "x-c": 3, properties: { a: {} } }] },
    { title: "X", "x-b": 2, type: "object", properties: { a: {} } },
  ],
  [
    "may have parts that are described, with all that describes",
    {
      properties: { a: {} },
      allOf: [
        {
          title: "T",
          description: "D",
          externalDocs: { url: "u" },
          examples: [{}],
          deprecated: true,
          type: "object",
        },
      ],
    },
    { type: "object", properties: { a: {} } },
  ],
  [
    "demands what any part demands",
    { required: ["b"], properties: { b: {} }, allOf: [{ required: ["a"], properties: { a: {} } }] },
    { type: "object", required: ["a", "b"], properties: { a: {}, b: {} } },
  ],
  [
    "has each property once, with what all parts say of it, but for extensions",
    { allOf: [ref("schemas", "Named"), { properties: { name: { minLength: 2, "x-d": 4 } } }] },
    {
      type: "object",
      required: ["name"],
      properties: {
        name: { type: "string", description: "A name.", maxLength: 9, minLength: 2 },
        id: ref("schemas", "Id"),
      },
    },
  ],
  [
    "lets a part's single value of a property say it all",
    { allOf: [ref("schemas", "Named"), { properties: { name: { const: "Rex", enum: ["Rex"] } } }] },
    {
      type: "object",
      required: ["name"],
      properties: {
        name: { description: "A name.", type: "string", const: "Rex" },
        id: ref("schemas", "Id"),
      },
    },
  ],
  [
    "has a single value without a text or a type where no part has them",
    { allOf: [{ properties: { a: { minimum: 1 } } }, { properties: { a: { const: 1 } } }] },
    { type: "object", properties: { a: { const: 1 } } },
  ],
  ["that says more than its properties is none", { properties: { a: {} }, minProperties: 1 }, undefined],
  ["with a part that says more is none", { allOf: [{ oneOf: [{}] }], properties: { a: {} } }, undefined],
])("an object %s", (_, schema, want) => {
  expect(flat(schema)).toEqual(want);
});

test("what it has is a copy, and not the document's own", () => {
  const document = documentOf({ "GET /pets": operation("listPets") }, schemas);
  const before = structuredClone(document);
  const made = flattenObject(document, "/components/schemas/Named") as { properties: { name: Json } };
  made.properties.name.type = "integer";
  expect(document).toEqual(before);
});

test("what is no object, or not there, is none", () => {
  const document = documentOf({ "GET /pets": operation("listPets") }, schemas);
  expect(flattenObject(document, "/components/schemas/None")).toBeUndefined();
  expect(flattenObject(document, "/components/schemas/Id")).toBeUndefined();
});
