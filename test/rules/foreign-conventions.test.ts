import { describe, expect, test } from "vitest";
import { parsedDocument } from "../../src/document/index.ts";
import { checkRule } from "../../src/rules/check.ts";
import { readModel } from "../../src/rules/model/model.ts";
import { rules } from "../../src/rules/rules.ts";
import { check } from "./support/check.ts";

const info = { title: "Other", version: "2" };
const operation = (responses: unknown) => ({ "/pets/{id}": { get: { responses } } });
const body = (schema: unknown, example?: unknown) => ({
  description: "An error.",
  content: { "application/json": { schema, ...(example === undefined ? {} : { example }) } },
});
const PROBLEM = {
  type: "object",
  properties: { type: { type: "string" }, title: { type: "string" }, status: { type: "integer" } },
};

/** Documents of other people, in their own styles: what they do not follow, the rules do not judge. */
const FOREIGN: Record<string, unknown> = {
  "problem details": {
    openapi: "3.1.0",
    info,
    security: [{ key: [] }],
    components: {
      securitySchemes: { key: { type: "http", scheme: "bearer" } },
      schemas: { Problem: PROBLEM },
    },
    paths: operation({
      "200": { description: "A pet." },
      "404": {
        description: "No pet.",
        content: {
          "application/problem+json": {
            schema: { $ref: "#/components/schemas/Problem" },
            examples: { gone: { value: { type: "about:blank", title: "Gone", status: 404 } } },
          },
        },
      },
      "429": { description: "Too many." },
    }),
  },
  "problem details in shared responses and in place": {
    openapi: "3.1.0",
    info,
    components: {
      responses: {
        Gone: { description: "Gone.", content: { "application/problem+json": { schema: PROBLEM } } },
      },
    },
    paths: operation({
      "200": { description: "A pet." },
      "400": { description: "No.", content: { "application/problem+json": { schema: PROBLEM } } },
      "404": { $ref: "#/components/responses/Gone" },
    }),
  },
  "problem details with a list of codes": {
    openapi: "3.0.3",
    info,
    components: { schemas: { ErrorCode: { type: "string", enum: ["PET-1", "PET-2", "PET-2"] } } },
    paths: operation({
      default: {
        description: "Any.",
        content: {
          "application/problem+json": {
            schema: {
              allOf: [PROBLEM, { properties: { code: { $ref: "#/components/schemas/ErrorCode" } } }],
            },
          },
        },
      },
    }),
  },
  "bare errors with a number, as the pet store has them": {
    openapi: "3.0.0",
    info,
    components: {
      schemas: {
        Error: {
          type: "object",
          required: ["code", "message"],
          properties: { code: { type: "integer", format: "int32" }, message: { type: "string" } },
        },
      },
    },
    paths: operation({
      "200": { description: "A pet." },
      default: body({ $ref: "#/components/schemas/Error" }, { code: 7, message: "No pet." }),
    }),
  },
  "a bare string": {
    openapi: "3.1.0",
    info,
    paths: operation({ "400": body({ type: "string" }, "bad pet"), "500": { description: "Oops." } }),
  },
  "an error property that is a string": {
    openapi: "3.1.0",
    info,
    paths: operation({ "400": body({ properties: { error: { type: "string" } } }, { error: "bad pet" }) }),
  },
  "OAuth errors (RFC 6749), whose error is a word": {
    openapi: "3.1.0",
    info,
    paths: operation({
      "400": body({
        required: ["error"],
        properties: {
          error: { enum: ["invalid_request", "invalid_client"] },
          error_description: { type: "string" },
        },
      }),
    }),
  },
  "an error whose code is the status, as Google has it": {
    openapi: "3.0.3",
    info,
    paths: operation({
      "200": { description: "A pet." },
      default: body(
        {
          properties: {
            error: { properties: { code: { type: "integer" }, status: { enum: ["NOT_FOUND"] } } },
          },
        },
        { error: { code: 404, status: "NOT_FOUND", message: "No pet." } },
      ),
    }),
  },
  "a list of errors, as JSON:API has it": {
    openapi: "3.1.0",
    info,
    paths: operation({
      "422": body({
        properties: { errors: { type: "array", items: { properties: { code: { type: "string" } } } } },
      }),
    }),
  },
  "no errors at all": { openapi: "3.1.0", info, paths: operation({ "200": { description: "A pet." } }) },
  "no responses": { openapi: "3.1.0", info, paths: { "/pets": { get: {} } } },
  "no paths": { openapi: "3.1.0", info, components: { schemas: { Pet: { type: "object" } } } },
  "webhooks alone": {
    openapi: "3.1.0",
    info,
    webhooks: { born: { post: { responses: { "400": { description: "No." } } } } },
  },
  "Swagger 2": {
    swagger: "2.0",
    info,
    paths: operation({
      "404": { description: "No.", schema: { properties: { error: { properties: { code: {} } } } } },
    }),
  },
  AsyncAPI: { asyncapi: "2.6.0", info, channels: {} },
};

describe("documents in other styles", () => {
  /** What holds for errors of any form. */
  const ANY_FORM: Record<string, string[]> = {
    "problem details": ["error-retry-after"],
    "problem details with a list of codes": ["error-default-not-only"],
    "bare errors with a number, as the pet store has them": ["error-default-not-only"],
    "an error whose code is the status, as Google has it": ["error-default-not-only"],
  };

  test.each(Object.entries(FOREIGN))("get no finding about our own form: %s", (name, document) => {
    const found = check(document);
    expect(found.flatMap(({ rule }) => (rule.startsWith("error-") ? [rule] : []))).toEqual(
      ANY_FORM[name] ?? [],
    );
  });

  // Spectral runs each rule by itself, whatever a document must have for the rule to say anything.
  test.each(Object.entries(FOREIGN).filter(([, document]) => Object.hasOwn(document as object, "openapi")))(
    "get no other finding from a rule that is run by itself: %s",
    (_, document) => {
      const model = readModel(parsedDocument(document));
      const alone = rules.flatMap((rule) => checkRule(rule, model).map(({ message }) => message));
      expect(alone).toEqual(check(document).map(({ message }) => message));
    },
  );

  test("get findings of a leak all the same", () => {
    const found = check({
      openapi: "3.1.0",
      info,
      paths: operation({ "500": body({ type: "string" }, "no answer from 10.1.2.3") }),
    });
    expect(found.map(({ rule, at }) => [rule, at])).toEqual([
      ["error-no-leak", "/paths/~1pets~1{id}/get/responses/500/content/application~1json/example"],
    ]);
  });

  test("that share the envelope and keep no catalog get findings about the envelope alone", () => {
    const Envelope = {
      required: ["error"],
      properties: { error: { required: ["code"], properties: { code: { type: "string" } } } },
    };
    const found = check({
      openapi: "3.0.3",
      info,
      components: { schemas: { Envelope } },
      paths: operation({
        "400": body({ $ref: "#/components/schemas/Envelope" }, { error: { code: "BadPet", message: "No." } }),
        "404": body({ $ref: "#/components/schemas/Envelope" }),
        "500": body({ type: "string" }),
      }),
    });
    expect(found.map(({ rule, at }) => [rule, at])).toEqual([
      ["error-envelope", "/paths/~1pets~1{id}/get/responses/500/content/application~1json/schema"],
    ]);
  });
});
