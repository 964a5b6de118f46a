import { expect, test } from "vitest";
import { describeQueryRanges } from "../../scripts/emit/query-ranges.ts";
import { contract, readText } from "../contract/project.ts";

const parameter = (schema: object, description?: string, place = "query") => ({
  ...{ name: "n", in: place, schema },
  ...(description === undefined ? {} : { description }),
});

test.each([
  [{ type: "integer", minimum: 1, maximum: 100, default: 20 }, "From 1 to 100, 20 by default."],
  [{ type: "integer", minimum: 0, maximum: 0 }, "From 0 to 0."],
  [{ type: "number", minimum: -2.5 }, "At least -2.5."],
  [{ type: ["integer", "null"], maximum: 7 }, "At most 7."],
  [{ type: "number", exclusiveMinimum: 0, exclusiveMaximum: 1 }, "More than 0, less than 1."],
  [{ type: "integer", default: 0 }, "0 by default."],
  [{ $ref: "#/components/schemas/Limit" }, "At most 9."],
])("of a query parameter with %j its description says: %s", (schema, range) => {
  const document = {
    paths: {
      "/pets": { parameters: [parameter(schema)], get: { parameters: [parameter(schema, "How many.\n")] } },
    },
    components: {
      parameters: { Limit: parameter(schema, "How many?") },
      schemas: { Limit: { type: "integer", maximum: 9 } },
    },
  };
  describeQueryRanges(document);
  expect([
    document.paths["/pets"].parameters,
    document.paths["/pets"].get.parameters,
    document.components.parameters.Limit,
  ]).toEqual([
    [parameter(schema, range)],
    [parameter(schema, `How many. ${range}`)],
    parameter(schema, `How many? ${range}`),
  ]);
});

test.each([
  ["a text", parameter({ type: "string", minimum: 1 }, "A word.")],
  ["a number without limits", parameter({ type: "integer" }, "A number.")],
  ["a parameter of the path", parameter({ type: "integer", maximum: 9 }, "A number.", "path")],
  ["a parameter without a schema", { name: "n", in: "query", description: "Anything." }],
  ["a reference", { $ref: "#/components/parameters/N" }],
])("nothing is said of %s", (_, given) => {
  const document = { paths: { "/pets": { get: { parameters: [given] }, summary: "Pets" } } };
  const before = structuredClone(document);
  describeQueryRanges(document);
  expect(document).toEqual(before);
});

test("the hover text of every number in a query says the largest value that the contract accepts", () => {
  const types = readText("generated/types.ts");
  const limited = contract.operations
    .flatMap(({ parameters }) => parameters)
    .map(
      ({ name, in: place, schema }) => [place, name, (schema.value as { maximum?: number }).maximum] as const,
    )
    .filter(([place, , maximum]) => place === "query" && maximum !== undefined);
  expect(limited.map(([, name]) => name)).toContain("pageSize");
  for (const [, name, maximum] of limited) {
    expect(types).toMatch(
      new RegExp(`/\\*\\* @description [^*]*\\b${maximum}\\b[^*]*\\*/\\n\\s+${name}\\?:`),
    );
  }
});
