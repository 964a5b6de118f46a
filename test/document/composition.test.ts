import { expect, test } from "vitest";
import { branchesOf } from "../../src/document/branches.ts";
import {
  alternatives,
  constOf,
  loadTree,
  propertyNames,
  propertySchemas,
  requiredNames,
  schemaParts,
} from "../../src/document/index.ts";

/** The schema `Given` of a document with `schemas`, and the reader of it. */
function given(schemas: string) {
  const { reader, root } = loadTree("one.yaml", () => `components:\n  schemas: {${schemas}}\n`);
  return { reader, schema: reader.get(root, "components", "schemas", "Given") };
}

const ref = (name: string) => `$ref: '#/components/schemas/${name}'`;

test("the parts of a schema are all that its allOf reaches, the schema itself last", () => {
  const { reader, schema } = given(
    `Given: {allOf: [{${ref("A")}}, {title: inline}], title: own}, A: {allOf: [{${ref("B")}}], title: a}, B: {title: b}`,
  );
  const titles = schemaParts(reader, schema).map((part) => reader.get(part, "title")?.value);
  expect(titles).toEqual(["b", "a", "inline", "own"]);
});

test("a part that is reached twice counts once, and with other keys beside its reference twice", () => {
  const { reader, schema } = given(
    `Given: {allOf: [{${ref("A")}}, {${ref("A")}}, {${ref("A")}, required: [x]}]}, A: {required: [a]}`,
  );
  expect(schemaParts(reader, schema)).toHaveLength(3);
  expect(requiredNames(reader, schema)).toEqual(["a", "x"]);
});

test("a choice of one is a part like any other, and a choice of two is none", () => {
  const { reader, schema } = given(
    `Given: {oneOf: [{${ref("A")}}], anyOf: [{${ref("B")}}, {title: other}], title: own}, A: {title: a}, B: {title: b}`,
  );
  const titles = schemaParts(reader, schema).map((part) => reader.get(part, "title")?.value);
  expect(titles).toEqual(["a", "own"]);
});

test("schemas that contain each other by allOf are read once each", () => {
  const { reader, schema } = given(
    `Given: {allOf: [{${ref("A")}}], required: [g]}, A: {allOf: [{${ref("Given")}}], required: [a]}`,
  );
  expect(requiredNames(reader, schema)).toEqual(["a", "g"]);
});

test("properties come from every part, the most general first, and the most specific const wins", () => {
  const { reader, schema } = given(
    `Given: {allOf: [{${ref("A")}}], properties: {code: {const: own}}}, A: {properties: {id: {}, code: {const: general}}}`,
  );
  expect(propertyNames(reader, schema)).toEqual(["id", "code"]);
  expect(propertySchemas(reader, schema, "code")).toHaveLength(2);
  expect(constOf(reader, schema, "code")?.value).toBe("own");
});

test("alternatives are found inside allOf; a schema without any is its own", () => {
  const { reader, schema } = given(
    `Given: {allOf: [{oneOf: [{title: a}, {${ref("B")}}]}]}, B: {title: b}, Plain: {title: plain}`,
  );
  expect(alternatives(reader, schema).map((node) => reader.get(node, "title")?.value)).toEqual(["a", "b"]);
  const plain = given("Given: {title: plain}");
  expect(alternatives(plain.reader, plain.schema)).toEqual([plain.schema]);
});

test("what is read twice is the same node, whichever way led there", () => {
  const { reader, schema } = given(`Given: {allOf: [{${ref("A")}}, {${ref("A")}}]}, A: {title: a}`);
  const members = reader.entries(reader.get(schema, "allOf")).map(([, node]) => node);
  expect(members[0]).toBe(members[1]);
  expect(schemaParts(reader, schema)).toBe(schemaParts(reader, schema));
});

test.each<[name: string, schemas: string, want: [at: string, parts: string[]][]]>([
  ["a schema without a choice is its only one", "Given: {title: g}", [["g", ["g"]]]],
  [
    "each entry of a choice is one, with what is around it",
    `Given: {title: g, oneOf: [{${ref("A")}}, {title: b}]}, A: {title: a}`,
    [
      ["a", ["g", "a"]],
      ["b", ["g", "b"]],
    ],
  ],
  [
    "both kinds of choice count, and those within others",
    "Given: {title: g, oneOf: [{title: a, anyOf: [{title: b}, {title: c}]}, {title: d}], anyOf: [{title: e}, {title: f}]}",
    [
      ["b", ["g", "a", "b"]],
      ["c", ["g", "a", "c"]],
      ["d", ["g", "d"]],
      ["e", ["g", "e"]],
      ["f", ["g", "f"]],
    ],
  ],
  [
    "a choice that leads back to itself is followed once",
    `Given: {title: g, oneOf: [{title: a}, {${ref("Given")}}]}`,
    [
      ["a", ["g", "a"]],
      ["a", ["g", "g", "a"]],
    ],
  ],
])("of the branches of a schema, %s", (_, schemas, want) => {
  const { reader, schema } = given(schemas);
  if (schema === undefined) throw new Error("There must be a schema.");
  const titleOf = (node: Parameters<typeof reader.get>[0]) => reader.get(node, "title")?.value;
  const found = branchesOf(reader, schema).map(({ at, parts }) => [titleOf(at), parts.map(titleOf)]);
  expect(found).toEqual(want);
});

test("of choices that multiply, no more than some thousands are followed", () => {
  const many = (count: number, title: string) =>
    `oneOf: [${Array.from({ length: count }, (_, index) => `{${ref(`${title}`)}, title: t${index}}`).join()}]`;
  const { reader, schema } = given(
    `Given: {${many(90, "A")}}, A: {${many(90, "B")}}, B: {${many(2, "C")}}, C: {}`,
  );
  if (schema === undefined) throw new Error("There must be a schema.");
  expect(branchesOf(reader, schema).length).toBeLessThan(5000);
});
