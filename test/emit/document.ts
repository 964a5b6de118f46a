import { planClient } from "../../scripts/emit/client-plan.ts";
import type { Problem } from "../../scripts/names/problem.ts";
import type { EmitInput } from "../../scripts/render/output.ts";
import { readContractLeniently } from "../../src/contract/index.ts";
import { loadTree, type Tree } from "../../src/document/index.ts";

export type Json = Record<string, unknown>;

export const ref = (kind: string, name: string) => ({ $ref: `#/components/${kind}/${name}` });

/** A response with `data` in the envelope of a success. */
export function success(data: Json, { mediaType = "application/json", pagination = false } = {}): Json {
  const properties = { data, ...(pagination && { pagination: ref("schemas", "Pagination") }) };
  const schema = {
    allOf: [ref("schemas", "SuccessEnvelope"), { type: "object", required: ["data"], properties }],
  };
  return { description: "Fine.", content: { [mediaType]: { schema } } };
}

export const pet = () => success(ref("schemas", "Pet"));
export const pets = () => success({ type: "array", items: ref("schemas", "Pet") }, { pagination: true });
export const body = (mediaType: string): Json => ({
  required: true,
  content: { [mediaType]: { schema: ref("schemas", "Pet") } },
});
export const query = (name: string, schema: Json = { type: "string" }, more: Json = {}): Json => ({
  ...{ name, in: "query", schema, ...more },
});

/**
 * An operation that can fail with the only code there is. Its path parameters are declared by `documentOf`.
 * @param more may replace any of its parts.
 */
export function operation(operationId: string, more: Json = {}): Json {
  const { responses = { 200: pet() }, ...rest } = more;
  return {
    operationId,
    summary: "Does it.",
    responses: { ...(responses as Json), 404: ref("responses", "Gone") },
    ...rest,
  };
}

/** A whole document in one piece, with these paths: `"GET /pets": operation("listPets")`. */
export function documentOf(operations: Readonly<Record<string, Json>>, schemas: Json = {}): Json {
  const paths: Record<string, Json> = {};
  for (const [line, one] of Object.entries(operations)) {
    const [method = "", path = ""] = line.split(" ");
    const names = [...path.matchAll(/\{([^}]+)\}/g)].map(([, name]) => name);
    const parameters = names.map((name) => ({
      name,
      in: "path",
      required: true,
      schema: { type: "string" },
    }));
    paths[path] = { ...paths[path], parameters, [method.toLowerCase()]: one };
  }
  const text = (value: string) => ({ type: "string", const: value });
  return {
    openapi: "3.1.0",
    info: { title: "Pets", version: "1.0.0" },
    servers: [{ url: "https://pets.example" }],
    paths,
    components: {
      securitySchemes: {
        key: {
          type: "http",
          scheme: "bearer",
          "x-key-prefixes": [
            { prefix: "sk_", kind: "secret", environment: "test", access: "All.", requestsPerHour: 1 },
          ],
        },
      },
      responses: {
        Gone: {
          description: "Gone.",
          content: {
            "application/json": {
              schema: {
                allOf: [
                  ref("schemas", "ErrorEnvelope"),
                  { type: "object", properties: { error: ref("schemas", "gone") } },
                ],
              },
            },
          },
        },
      },
      schemas: {
        Pet: { type: "object", required: ["name"], properties: { name: { type: "string" } } },
        Pagination: { type: "object", properties: { hasMore: { type: "boolean" } } },
        Meta: { type: "object", properties: { requestId: { type: "string", examples: ["r1"] } } },
        SuccessEnvelope: {
          type: "object",
          properties: { success: { type: "boolean", const: true }, meta: ref("schemas", "Meta") },
        },
        ErrorCode: { type: "string", enum: ["gone"] },
        ErrorType: {
          type: "string",
          enum: ["gone_error"],
          "x-error-types": {
            gone_error: { title: "Gone", description: "It is gone.", fix: "Look elsewhere." },
          },
        },
        ErrorEnvelope: {
          type: "object",
          properties: { success: { type: "boolean", const: false }, error: {}, meta: ref("schemas", "Meta") },
          "x-envelope": { success: "success", error: "error", meta: "meta" },
        },
        gone: {
          title: "Gone",
          description: "It is gone.",
          "x-http-status": 404,
          "x-retry": "never",
          "x-actor": "nobody",
          "x-applies-to": ["always"],
          "x-since": "1.0.0",
          "x-causes": ["Somebody took it."],
          "x-fixes": ["Look elsewhere."],
          allOf: [
            {
              type: "object",
              required: ["type", "code"],
              properties: { type: ref("schemas", "ErrorType"), code: ref("schemas", "ErrorCode") },
            },
            {
              type: "object",
              required: ["type", "code", "message"],
              properties: {
                type: text("gone_error"),
                code: text("gone"),
                message: { type: "string", examples: ["It is gone."] },
                doc_url: text("https://pets.example/errors#gone"),
              },
            },
          ],
        },
        ...schemas,
      },
    },
  };
}

/** The schemas of a document, to be changed. */
export function schemasOf(document: Json): Record<string, Json> {
  return (document.components as { schemas: Record<string, Json> }).schemas;
}

/** Adds codes to a document: each like the one that it has, in the same response. */
export function addCodes(document: Json, ...codes: string[]): Json {
  const schemas = schemasOf(document);
  const { gone, ErrorCode } = schemas;
  for (const code of codes) {
    schemas[code] = JSON.parse(
      JSON.stringify(gone).replaceAll(/"gone"|#gone/g, (text) => text.replace("gone", code)),
    );
  }
  Object.assign(ErrorCode ?? {}, { enum: ["gone", ...codes] });
  const { responses } = document.components as { responses: Json };
  const choice = { oneOf: ["gone", ...codes].map((code) => ref("schemas", code)) };
  responses.Gone = JSON.parse(
    JSON.stringify(responses.Gone).replace(JSON.stringify(ref("schemas", "gone")), JSON.stringify(choice)),
  );
  return document;
}

/** What emitters get of a document, and what says where its parts stand. */
export function sourceOf(document: Json): EmitInput & { tree: Tree } {
  const tree = loadTree("api.json", () => JSON.stringify(document, null, 2));
  return { ...inputOf(document), tree };
}

/** What emitters get of a document. */
export function inputOf(document: Json): EmitInput {
  const { contract, findings } = readContractLeniently(
    loadTree("api.json", () => JSON.stringify(document, null, 2)),
  );
  if (findings.length > 0) throw new Error(findings.map(({ message }) => message).join("\n"));
  return { contract, bundle: document };
}

/** What keeps operations from the client, or surprises there. */
export function problemsOf(document: Json): Problem[] {
  const problems: Problem[] = [];
  planClient(inputOf(document), (problem) => problems.push(problem));
  return problems;
}

/** The example of a code of `documentOf`, as it is published. */
export function exampleOf(code: string): Json {
  const error = {
    ...{ type: "gone_error", code, message: "It is gone." },
    doc_url: `https://pets.example/errors#${code}`,
  };
  return { success: false, error, meta: { requestId: "r1" } };
}
