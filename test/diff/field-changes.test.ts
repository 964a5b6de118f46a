import { expect, test } from "vitest";
import { diffContracts } from "../../src/diff/index.ts";
import { contractOfData, type Json, mergePatch, shop } from "./support.ts";

/** The document with more fields in all error objects. */
const withFields = (properties: Json): Json =>
  contractOfData(mergePatch(shop(), { components: { schemas: { ErrorObject: { properties } } } }));
const changesOf = (before: Json, after: Json) =>
  diffContracts(withFields({ more: before }), withFields({ more: after }));
const ids = (before: Json, after: Json) => changesOf(before, after).map(({ id }) => id);

type Row = [what: string, before: Json, after: Json];

/** What is found of the field of each row; all are read at once, because that takes its time. */
function found(rows: readonly Row[]): Record<string, string[]> {
  const fields = (side: 1 | 2) =>
    withFields(Object.fromEntries(rows.map((row, index) => [`f${index}`, row[side]])));
  const changes = diffContracts(fields(1), fields(2));
  return Object.fromEntries(
    rows.map(([what], index) => {
      const own = changes.filter(({ message }) => message.includes(`.f${index}\``));
      return [what, own.map(({ id }) => id)];
    }),
  );
}
const each = (rows: readonly Row[], id: string) => Object.fromEntries(rows.map(([what]) => [what, [id]]));

const text = { type: "string" };
const both = (keys: readonly string[], before: number, after: number) =>
  keys.map((key): Row => [key, { [key]: before }, { [key]: after }]);
const LOWER = ["minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties", "minContains"];
const UPPER = ["maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties", "maxContains"];

const LESS: Row[] = [
  ["one more demand", text, { ...text, maxLength: 3 }],
  ["two more demands", text, { ...text, maxLength: 3, pattern: "^a" }],
  ["one type of two", { type: ["string", "null"] }, text],
  ["integers of all numbers", { type: "number" }, { type: "integer" }],
  ["integers and null of all numbers and null", { type: ["number", "null"] }, { type: ["integer", "null"] }],
  ["one value of two", { enum: ["a", "b"] }, { enum: ["a"] }],
  ["a value that is an object", { enum: [{ a: 1, b: 2 }, "c"] }, { const: { b: 2, a: 1 } }],
  ...both(LOWER, 1, 2),
  ...both(UPPER, 2, 1),
];
test("a field that allows less is narrowed", () => {
  expect(found(LESS)).toEqual(each(LESS, "field-narrowed"));
});

const OTHER: Row[] = [
  ["one demand less", { ...text, maxLength: 3 }, text],
  ["one demand more and one less", { ...text, maxLength: 3 }, { ...text, minLength: 1 }],
  ["a default, which is no demand", text, { ...text, default: "a" }],
  ["another default", { ...text, default: "a" }, { ...text, default: "b" }],
  ["another type", text, { type: "integer" }],
  ["numbers of all integers", { type: "integer" }, { type: "number" }],
  ["texts in the place of numbers", { type: "number" }, { type: ["integer", "string"] }],
  ["one type more", text, { type: ["string", "null"] }],
  ["no type at all", { type: ["string", "integer"] }, { type: [] }],
  ["one value more", { enum: ["a"] }, { enum: ["a", "b"] }],
  ["one value more and one less", { enum: ["a", "b"] }, { enum: ["a", "c"] }],
  ["no value at all", { ...text, enum: ["a"] }, { ...text, enum: [] }],
  ["another pattern", { ...text, pattern: "^a" }, { ...text, pattern: "^aa" }],
  ["a list of something else", { items: text }, { items: { type: "integer" } }],
  ...both(LOWER, 2, 1),
  ...both(UPPER, 1, 2),
];
test("a field that allows anything else has another type", () => {
  expect(found(OTHER)).toEqual(each(OTHER, "field-type-changed"));
});

test("a field that is an alternative of more fields is narrowed when it needs more of them", () => {
  const choice = (...required: string[]) => ({ oneOf: [{ ...text }, { type: "object", required }] });
  expect(ids(choice("a"), choice("a", "b"))).toEqual(["field-type-changed"]);
});

test("what is said of a field that changed is printed, the same however its keywords are ordered", () => {
  const [change] = changesOf({ maxLength: 9, type: "string" }, { type: "integer" });
  expect(change?.message).toBe(
    'The field `error.more` of all errors is now `{"type":"integer"}` (was `{"maxLength":9,"type":"string"}`) (4 operations).',
  );
  const [narrowed] = changesOf(text, { ...text, maxLength: 9 });
  expect(narrowed?.message).toBe(
    'The field `error.more` of all errors allows fewer values: `{"maxLength":9,"type":"string"}` (was `{"type":"string"}`) (4 operations).',
  );
});

/** Places inside a field, each with a schema in it. */
const PLACES: [place: string, around: (schema: Json) => Json][] = [
  ["an alternative", (schema) => ({ oneOf: [schema, { type: "boolean" }] })],
  ["the items of a list", (schema) => ({ type: "array", items: schema })],
  ["the items of a list in a list", (schema) => ({ items: { items: schema } })],
  ["what else an object has", (schema) => ({ additionalProperties: schema })],
  ["what else there is, or nothing", (schema) => ({ items: schema, additionalProperties: false })],
  ["what matches a pattern", (schema) => ({ patternProperties: { a: schema } })],
];
test("new words deep in a field make no other type of it", () => {
  const [one, two] = ["One.", "Two."].map((description) => ({ ...text, title: description, description }));
  const rows = (after: Json) => PLACES.map(([place, around]): Row => [place, around(one), around(after)]);
  expect(found(rows(two))).toEqual(Object.fromEntries(PLACES.map(([place]) => [place, []])));
  expect(found(rows({ type: "integer" }))).toEqual(each(rows({}), "field-type-changed"));
});

test.each<[what: string, before: Json, after: Json]>([
  ["a title", { title: "A" }, { title: "B" }],
  ["a description", { description: "A" }, { description: "B" }],
  ["what is a title no longer", { title: "A" }, { description: "A", title: "" }],
])("%s of a field are its words", (_, before, after) => {
  expect(ids({ ...text, ...before }, { ...text, ...after })).toEqual(["text-changed"]);
});

test("the fields of a field are told apart, and what is inside one that comes or goes is not told", () => {
  const object = (properties: Json, more: Json = {}) => ({ type: "object", properties, ...more });
  const told = (before: Json, after: Json) =>
    changesOf(before, after).map(({ message }) => message.split(" of all")[0]);
  expect(told(object({ a: text }), object({ a: { type: "integer" }, b: object({ c: text }) }))).toEqual([
    "The field `error.more.a`",
    "The field `error.more.b`",
  ]);
  const list = (item: Json) => ({ type: "array", items: item });
  expect(told(list(object({ a: text })), list(object({ b: text })))).toEqual([
    "The field `error.more[].a`",
    "The field `error.more[].b`",
  ]);
  expect(told({}, list(object({ a: text })))).toEqual(["The field `error.more`", "The field `error.more[]`"]);
  expect(told(object({ a: list(object({ c: text })), ab: text }), object({}))).toEqual([
    "The field `error.more.a`",
    "The field `error.more.ab`",
  ]);
  expect(told(object({ a: text }), object({ a: text }, { required: ["a"] }))).toEqual([
    "The field `error.more.a`",
  ]);
});
