import { expect, test } from "vitest";
import { mapSchemas, mapSubschemas } from "../../scripts/emit/schemas.ts";

/** The places of the schemas that are found in a document, and the document with each of them replaced. */
function found(document: Record<string, unknown>) {
  const places: string[] = [];
  const mapped = mapSchemas(document, (_, keys) => {
    places.push(keys.join("/"));
    return "schema";
  });
  return { places, mapped };
}

test.each<[place: string, document: Record<string, unknown>]>([
  ["components/schemas/A", { components: { schemas: { A: {} } } }],
  ["components/schemas/schema", { components: { schemas: { schema: {} } } }],
  ["paths/~1a/get/parameters/0/schema", { paths: { "~1a": { get: { parameters: [{ schema: {} }] } } } }],
  [
    "paths/schema/get/requestBody/content/a/schema",
    { paths: { schema: { get: { requestBody: { content: { a: { schema: {} } } } } } } },
  ],
  [
    "webhooks/x-a/post/responses/200/headers/example/schema",
    { webhooks: { "x-a": { post: { responses: { 200: { headers: { example: { schema: {} } } } } } } } },
  ],
  ...[
    "pathItems",
    "responses",
    "parameters",
    "headers",
    "requestBodies",
    "callbacks",
    "content",
    "encoding",
    "links",
    "securitySchemes",
    "variables",
  ].flatMap((names): [string, Record<string, unknown>][] =>
    ["x-a", "example", "examples", "schema", "schemas"].map((name) => [
      `${names}/${name}/schema`,
      { [names]: { [name]: { schema: {} } } },
    ]),
  ),
])("the schema at %s is found", (place, document) => {
  const { places, mapped } = found(document);
  expect(places).toEqual([place]);
  expect(
    place.split("/").reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], mapped),
  ).toBe("schema");
});

test.each([
  { "x-a": { schema: {} } },
  { example: { schema: {} } },
  { examples: { a: { value: { schema: {} } } } },
  { info: { title: "schema" } },
  { components: { schemas: 7 } },
])("%j holds none, and stays as it is", (document) => {
  expect(found(document)).toEqual({ places: [], mapped: document });
});

test("the schemas within a schema are found one level deep, each at its place", () => {
  const places: string[] = [];
  const single = [
    "items",
    "additionalProperties",
    "not",
    "if",
    "else",
    "contains",
    "propertyNames",
    "contentSchema",
  ];
  const schema = {
    ...Object.fromEntries(
      [...single, "unevaluatedItems", "unevaluatedProperties"].map((key) => [key, { not: {} }]),
    ),
    ...Object.fromEntries(["allOf", "oneOf", "anyOf", "prefixItems"].map((key) => [key, [{}, true]])),
    ...Object.fromEntries(
      ["properties", "patternProperties", "dependentSchemas", "$defs"].map((key) => [
        key,
        { a: {}, not: {} },
      ]),
    ),
    ...{ enum: [{}], default: { items: {} }, required: ["a"], "x-a": { not: {} } },
  };
  const mapped = mapSubschemas(schema, (_, keys) => {
    places.push(keys.join("/"));
    return 1;
  });
  expect(places.sort()).toEqual(
    [
      ...[...single, "unevaluatedItems", "unevaluatedProperties"],
      ...["allOf", "oneOf", "anyOf", "prefixItems"].flatMap((key) => [`${key}/0`, `${key}/1`]),
      ...["properties", "patternProperties", "dependentSchemas", "$defs"].flatMap((key) => [
        `${key}/a`,
        `${key}/not`,
      ]),
    ].sort(),
  );
  expect(mapped).toMatchObject({
    not: 1,
    allOf: [1, 1],
    properties: { a: 1, not: 1 },
    enum: [{}],
    default: { items: {} },
  });
  expect(mapSubschemas({ allOf: 7, properties: [] }, () => 1)).toEqual({ allOf: 7, properties: [] });
});
