import Ajv2020 from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { emitEnvelopeSchema, envelopeSchema } from "../../scripts/emit/envelope-schema.ts";
import { addCodes, documentOf, inputOf, type Json, operation, ref, schemasOf } from "./document.ts";

const paths = { "GET /pets": operation("listPets") };

/** A document whose error has fields that other schemas describe. */
function document(): Json {
  const made = addCodes(documentOf(paths), "lost");
  const schemas = schemasOf(made);
  Object.assign(schemas.Meta ?? {}, { "x-a": 1, externalDocs: { url: "https://pets.example" } });
  schemas.ErrorEnvelope = {
    ...schemas.ErrorEnvelope,
    required: ["success", "error", "meta"],
    properties: {
      ...(schemas.ErrorEnvelope?.properties as Json),
      error: { description: "What went wrong.", type: "object" },
    },
  };
  return made;
}

const make = (given = document()) =>
  envelopeSchema(inputOf(given)) as Json & { properties: Record<string, Json> };

test("it is named after its place and its version, and written as JSON", () => {
  const [file, ...others] = emitEnvelopeSchema(inputOf(document()));
  expect(others).toEqual([]);
  expect(file?.path).toBe("error-envelope.schema.json");
  expect(JSON.parse(file?.content ?? "")).toEqual(make());
  const of = (version: string) => make({ ...document(), info: { title: "Pets", version } });
  expect(of("12.1.0")).toMatchObject({
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: "https://pets.example/v12/error-envelope.schema.json",
    title: "Error of the Pets 12.1.0",
  });
});

test("it accepts each error in its envelope, and nothing that lacks a part, is another code or succeeds", () => {
  const validate = new Ajv2020.default({ strict: true }).compile(make());
  const error = {
    type: "gone_error",
    code: "gone",
    message: "m",
    doc_url: "https://pets.example/errors#gone",
  };
  const body = { success: false, error, meta: { requestId: "r1" } };
  const lost = { ...error, code: "lost", doc_url: "https://pets.example/errors#lost" };
  const accepted = [body, { ...body, error: lost }, { ...body, more: 1 }];
  const refused = [
    { ...body, success: true },
    { success: false, error },
    { ...body, error: { ...error, code: "lost" } },
    { ...body, error: { ...error, code: "other" } },
    { ...body, error: { type: "gone_error", code: "gone" } },
    [],
  ];
  expect(accepted.map((value) => validate(value))).toEqual(accepted.map(() => true));
  expect(refused.map((value) => validate(value))).toEqual(refused.map(() => false));
});

test("it says of its parts what the document says, and nothing that JSON Schema does not know", () => {
  const schema = make();
  expect(schema.properties.error).toEqual({
    description: "What went wrong.",
    oneOf: [{ $ref: "#/$defs/gone" }, { $ref: "#/$defs/lost" }],
  });
  expect(schema.properties.meta).toEqual({ $ref: "#/$defs/Meta" });
  expect(Object.keys(schema.$defs as Json)).toEqual(["Meta", "gone", "lost"]);
  expect(JSON.stringify(schema)).not.toMatch(/"x-|externalDocs|discriminator|components/);
});

test("definitions that lead to others bring them along, once, circles too", () => {
  const made = document();
  const schemas = schemasOf(made);
  schemas.Link = { type: "object", properties: { next: ref("schemas", "Link"), id: ref("schemas", "Id") } };
  schemas.Id = { type: "string" };
  Object.assign(schemas.Meta ?? {}, {
    properties: { link: ref("schemas", "Link"), requestId: { examples: ["r1"] } },
  });
  const { $defs } = make(made) as unknown as { $defs: Json };
  expect(Object.keys($defs)).toEqual(["Meta", "Link", "Id", "gone", "lost"]);
  expect($defs.Link).toMatchObject({
    properties: { next: { $ref: "#/$defs/Link" }, id: { $ref: "#/$defs/Id" } },
  });
});

test("an envelope that says more than its fields cannot be written", () => {
  const made = document();
  Object.assign(schemasOf(made).ErrorEnvelope ?? {}, { minProperties: 3 });
  expect(() => make(made)).toThrow(
    "No error response has an envelope of properties alone, which error-envelope.schema.json needs.",
  );
});
