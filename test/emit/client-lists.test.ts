import { expect, test } from "vitest";
import { generatedFrom } from "./compile.ts";
import { documentOf, type Json, operation, pets, problemsOf, query } from "./document.ts";

test.each<[string, Json]>([
  ["x-client-method", { "x-client-method": false }],
  ["x-pagination", { "x-pagination": false }],
])("%s: false takes the list out of the way", (_, more) => {
  const paged = { parameters: [query("page")], responses: { 200: pets() } };
  const document = documentOf({
    "GET /pets": operation("listPets", paged),
    "GET /pets/search": operation("searchPets", { ...paged, ...more }),
  });
  expect(problemsOf(document)).toEqual([]);
});

test("a list is read page by page with the names that the document gives", async () => {
  const document = documentOf({
    "GET /pets": operation("listPets", {
      parameters: [query("at", { type: "integer" })],
      responses: { 200: pets() },
    }),
  });
  const { components } = document as { components: { schemas: Record<string, Json> } };
  components.schemas.Pagination = { type: "object", properties: { next: { type: "boolean" } } };
  document["x-pagination"] = { parameter: "at", more: "next" };
  const files = await generatedFrom(document);
  expect([...files.values()].join()).toContain('pagination: { parameter: "at", more: "next" }');
  expect([...files.values()].join()).toMatch(/iterate\(query\?: ListPetsQuery, /);
});

test.each<[string, Json[], string | undefined]>([
  ["its maximum", [query("per", { type: "integer", maximum: 50 })], "largestPage: 50"],
  ["no maximum", [query("per", { type: "integer" })], undefined],
  ["a maximum of another parameter", [query("per"), query("limit", { maximum: 50 })], undefined],
  [
    "a maximum of a header of that name",
    [{ ...query("per", { type: "integer", maximum: 50 }), in: "header" }, query("per", { type: "integer" })],
    undefined,
  ],
])("a list asks for pages as large as the document allows: %s", async (_, more, want) => {
  const get = operation("listPets", { parameters: [query("at"), ...more], responses: { 200: pets() } });
  const document = documentOf({ "GET /pets": get });
  const { components } = document as { components: { schemas: Record<string, Json> } };
  components.schemas.Pagination = { type: "object", properties: { next: { type: "boolean" } } };
  document["x-pagination"] = { parameter: "at", size: "per", more: "next" };
  const text = [...(await generatedFrom(document)).values()].join();
  expect(text).toContain('pagination: { parameter: "at", size: "per", more: "next" }');
  expect(/largestPage: \d+/.exec(text)?.[0]).toBe(want);
});
