import { expect, test } from "vitest";
import { emitSandbox, sandboxFacts } from "../../scripts/emit/sandbox.ts";
import { documentOf, inputOf, type Json, operation, pet, pets, query } from "./document.ts";

const body = {
  required: true,
  content: {
    "application/json": {
      schema: {
        type: "object",
        properties: {
          name: { type: "string", "x-unique": "ignore-case" },
          chip: { type: "string", "x-unique": "exact" },
          owner: { type: "string", "x-refers-to": "customers" },
          age: { type: "integer" },
        },
      },
      example: { name: "Rex" },
    },
  },
};

const parameters = [
  query("page", { type: "integer", default: 1 }, { example: 2 }),
  query("size", { type: "number" }),
  query("alive", { type: "boolean" }),
  query("tags", { type: "array", items: { type: "string" } }, { explode: false, required: true }),
  query("any", {}),
  query("shape", { type: "object" }),
];

function document(): Json {
  const made = documentOf({
    "GET /pets": operation("listPets", { parameters, responses: { "2XX": pet(), 200: pets() } }),
    "PATCH /pets/{pet}": operation("updatePet", {
      requestBody: body,
      responses: { 204: { description: "None." } },
    }),
  });
  return { ...made, servers: [{ url: "https://pets.example/api/v1/" }] };
}

test("the sandbox knows of the contract what a request must be", () => {
  const { schemas, envelope, ...facts } = sandboxFacts(inputOf(document()));
  const at = (index: number) => ({ $ref: `/paths/~1pets/get/parameters/${index}/schema` });
  const inQuery = { in: "query", required: false };
  const bodySchema = "/paths/~1pets~1{pet}/patch/requestBody/content/application~1json/schema";
  expect(facts).toEqual({
    basePath: "/api/v1",
    keys: [{ prefix: "sk_", kind: "secret", environment: "test", requestsPerHour: 1 }],
    operations: [
      {
        ...{ id: "listPets", method: "GET", path: "/pets", status: 200, codes: ["gone"] },
        parameters: [
          { name: "page", ...inQuery, type: "integer", default: 1, example: 2, schema: at(0) },
          { name: "size", ...inQuery, type: "number", schema: at(1) },
          { name: "alive", ...inQuery, type: "boolean", schema: at(2) },
          { name: "tags", in: "query", required: true, type: "list", explode: false, schema: at(3) },
          { name: "any", ...inQuery, type: "string", schema: at(4) },
          { name: "shape", ...inQuery, type: "string", schema: at(5) },
        ],
      },
      {
        ...{ id: "updatePet", method: "PATCH", path: "/pets/{pet}", status: 204, codes: ["gone"] },
        parameters: [
          {
            ...{ name: "pet", in: "path", required: true, type: "string" },
            schema: { $ref: "/paths/~1pets~1{pet}/parameters/0/schema" },
          },
        ],
        body: {
          schema: { $ref: bodySchema },
          unique: [
            { field: "name", ignoreCase: true },
            { field: "chip", ignoreCase: false },
          ],
          references: [{ field: "owner", to: "customers" }],
          example: { name: "Rex" },
        },
      },
    ],
  });
  expect(envelope).toMatchObject({ success: "success", error: "error" });
  expect(schemas[at(0).$ref]).toEqual({ type: "integer" });
  expect(schemas[bodySchema]).toMatchObject({ properties: { age: { type: "integer" } } });
});

test("an operation that cannot succeed has no place in it", () => {
  const made = documentOf({
    "GET /pets": operation("listPets", { responses: { default: { description: "Any." } } }),
  });
  expect(() => sandboxFacts(inputOf(made))).toThrow("listPets declares no success: give it one.");
});

test("the facts are written as a module, with the sandbox bound to them", () => {
  const [file, ...others] = emitSandbox(inputOf(document()));
  expect([file?.path, others]).toEqual(["sandbox.ts", []]);
  const json = /export const sandboxFacts: SandboxFacts = (\{.*\});\n$/s.exec(file?.content ?? "")?.[1];
  expect(JSON.parse(json ?? "")).toEqual(sandboxFacts(inputOf(document())));
  expect(file?.content).toMatch(/^export function createSandbox\(options\?: SandboxOptions\): Sandbox \{$/m);
});
