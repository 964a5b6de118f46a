import { expect, test } from "vitest";
import { schemasWithin } from "../../scripts/emit/client-models.ts";
import { generatedFrom } from "./compile.ts";
import { documentOf, type Json, operation, pets, problemsOf, query, success } from "./document.ts";

test("a document that does not say what keys begin with is an error", () => {
  const document = documentOf({ "GET /pets": operation("listPets", { responses: { 200: pets() } }) });
  expect(problemsOf(document)).toEqual([]);
  (document.components as Json).securitySchemes = {};
  expect(problemsOf(document)).toMatchObject([
    { severity: "error", location: { pointer: "" }, message: expect.stringContaining("`x-key-prefixes`") },
  ]);
});

test("the client knows the words that a caller may send or a message may repeat, and no shorter ones", async () => {
  const properties = { colour: { enum: ["yellow", "turquoise"] }, age: {}, "two words": {} };
  const schema = { type: "object", properties, examples: [{ properties: { example: 1 } }] };
  const create = operation("createPet", {
    parameters: [query("dryRun", { enum: ["no", "presumably"] })],
    requestBody: { content: { "application/json": { schema } } },
    responses: { 200: success({ type: "object", properties: { weight: {}, birthday: {} } }) },
  });
  const files = await generatedFrom(documentOf({ "POST /pets": create }));
  const words = /\.\.\."(.*)"\.split/.exec([...files.values()].join())?.[1]?.split(" ") ?? [];
  expect(words).toEqual(expect.arrayContaining(["dryRun", "presumably", "colour", "turquoise", "birthday"]));
  for (const other of ["age", "no", "yellow", "example", "weight", "two words"])
    expect(words).not.toContain(other);
});

test("models come with all that they are made of, in the order of the bundle, circles too", () => {
  const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
  const schemas = {
    Age: {},
    Pet: { properties: { age: ref("Age"), friends: { items: ref("Pet") } } },
    Other: {},
  };
  expect(schemasWithin(["Pet"], { components: { schemas } })).toEqual(["Age", "Pet"]);
});
