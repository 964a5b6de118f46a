import { expect, test } from "vitest";
import { emitPublished, publishedDocument } from "../../scripts/emit/published.ts";
import { fromPointer, valueAt } from "../../src/document/index.ts";
import { contract } from "../contract/project.ts";
import { readInput } from "../docs/site.ts";
import {
  addCodes,
  documentOf,
  exampleOf,
  inputOf,
  type Json,
  operation,
  pet,
  pets,
  ref,
  schemasOf,
} from "./document.ts";

interface Part {
  $ref?: string;
  required?: string[];
  properties?: Record<string, unknown>;
}

test("each code demands in its own part whatever an error must have, and declares it there", async () => {
  const document = publishedDocument(await readInput()); // what is made now, and not what was generated once
  for (const { code } of contract.errors) {
    const { allOf } = valueAt(document, fromPointer(`/components/schemas/${code}`)) as { allOf: Part[] };
    const own = allOf.find(({ $ref }) => $ref === undefined);
    expect(own?.required, code).toEqual(
      expect.arrayContaining(["type", "code", "message", "doc_url", "request_id"]),
    );
    expect(Object.keys(own?.properties ?? {}), code).toEqual(expect.arrayContaining(own?.required ?? []));
  }
});

const paths = {
  "GET /pets": operation("listPets", { responses: { 200: pets() } }),
  "GET /pets/{pet}": operation("getPet", { responses: { 200: pet(), 410: { description: "No more." } } }),
};
const publish = (document: Json) => publishedDocument(inputOf(document));
const at = (document: Json, pointer: string) => valueAt(document, fromPointer(pointer)) as Json;
const errorBody = "/components/responses/Gone/content/application~1json";
const choice = `${errorBody}/schema/allOf/1/properties/error`;

test("it says first which OpenAPI it is, and then what it was made of", () => {
  const document = publish(documentOf(paths));
  expect(Object.keys(document).slice(0, 3)).toEqual(["openapi", "x-generated", "info"]);
  expect(document["x-generated"]).toMatch(/^Written by .* Do not edit/);
});

test("it is written as YAML and as JSON, and the bundle is left as it was", () => {
  const input = inputOf(addCodes(documentOf(paths), "lost"));
  const before = structuredClone(input.bundle);
  expect(emitPublished(input).map(({ path }) => path)).toEqual(["openapi.yaml", "openapi.json"]);
  expect(input.bundle).toEqual(before);
});

test("a response that carries codes has an example of each under its name, and no other response has examples", () => {
  const document = publish(addCodes(documentOf(paths), "lost"));
  const example = (code: string) => ({ summary: "Gone", value: exampleOf(code) });
  const { schema: _, ...rest } = at(document, errorBody);
  expect(rest).toEqual({ examples: { gone: example("gone"), lost: example("lost") } });
  expect(JSON.stringify(document.paths)).not.toContain('"examples"');
});

test("a choice of codes has a discriminator that leads each code to its schema, and a single code has none", () => {
  expect(at(publish(addCodes(documentOf(paths), "lost")), choice).discriminator).toEqual({
    propertyName: "code",
    mapping: { gone: "#/components/schemas/gone", lost: "#/components/schemas/lost" },
  });
  expect(JSON.stringify(publish(documentOf(paths)))).not.toContain("discriminator");
});

test("what another part of a code's schema demands stands in its own part too, as it is declared there", () => {
  const document = documentOf(paths);
  const schemas = schemasOf(document);
  const { allOf } = schemas.gone as { allOf: Part[] };
  schemas.Id = { type: "string", examples: ["req_1"] };
  schemas.ErrorObject = {
    ...allOf[0],
    required: ["type", "code", "request_id"],
    properties: { ...allOf[0]?.properties, request_id: ref("schemas", "Id"), note: { type: "string" } },
  };
  allOf[0] = ref("schemas", "ErrorObject");
  const published = at(publish(document), "/components/schemas/gone/allOf") as unknown as Part[];
  expect(published[0]).toEqual(ref("schemas", "ErrorObject"));
  expect(published[1]?.required).toEqual(["type", "code", "request_id", "message"]);
  expect(Object.keys(published[1]?.properties ?? {})).toEqual([
    ...["type", "code", "message", "doc_url", "request_id"],
  ]);
  expect(published[1]?.properties?.request_id).toEqual(ref("schemas", "Id"));
});

test("beside each const stands an enum of one, within other schemas too, unless there is an enum", () => {
  const document = documentOf(paths, {
    Answer: {
      type: "object",
      const: 42,
      properties: { yes: { const: true, description: "Yes." }, no: { const: false, enum: [false, null] } },
      examples: [{ const: 1 }],
    },
  });
  expect(at(publish(document), "/components/schemas/Answer")).toEqual({
    type: "object",
    properties: {
      yes: { description: "Yes.", const: true, enum: [true] },
      no: { const: false, enum: [false, null] },
    },
    examples: [{ const: 1 }],
    const: 42,
    enum: [42],
  });
});
