import type { ParsedDocument, Tree } from "../../src/document/index.ts";

const range = (count: number) => Array.from({ length: count }, (_, index) => index);
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const STATUSES = [400, 401, 403, 404, 409, 422, 429, 500];

/**
 * A document that keeps to the whole convention, with so many codes and operations. Each operation declares every code,
 * by shared responses: the relation between the two is as large as it can be.
 */
export function syntheticContract(codes: number, operations: number): Record<string, unknown> {
  const names = range(codes).map((index) => `code_${index}`);
  const statusOf = (index: number) => STATUSES[index % STATUSES.length] ?? 500;
  return {
    openapi: "3.1.0",
    info: { title: "Synthetic", version: "1.0.0", description: "Many codes." },
    servers: [{ url: "https://api.example" }],
    security: [{ key: [] }],
    paths: Object.fromEntries(
      range(operations).map((index) => [`/things${index}/{thing${index}Id}`, pathItem(index)]),
    ),
    components: {
      securitySchemes: { key: { type: "http", scheme: "bearer", "x-key-prefixes": [KEY] } },
      responses: Object.fromEntries(
        STATUSES.map((status) => [
          `R${status}`,
          response(names.filter((_, index) => statusOf(index) === status)),
        ]),
      ),
      schemas: {
        ErrorCode: { type: "string", enum: names, description: "The code." },
        ErrorType: { type: "string", enum: ["an_error"], "x-error-types": { an_error: TYPE } },
        ErrorObject: OBJECT,
        ErrorEnvelope: ENVELOPE,
        ...Object.fromEntries(names.map((name, index) => [name, schemaOf(name, statusOf(index))])),
      },
    },
  };
}

const KEY = {
  prefix: "sk_live_",
  kind: "secret",
  environment: "production",
  access: "All.",
  requestsPerHour: 9,
};
const TYPE = { title: "An error", description: "Any.", fix: "Try." };
const OBJECT = {
  type: "object",
  required: ["type", "code", "message", "doc_url", "request_id"],
  properties: {
    type: ref("ErrorType"),
    code: ref("ErrorCode"),
    message: { type: "string", examples: ["It failed."] },
    doc_url: { type: "string" },
    request_id: { type: "string", examples: ["req_1"] },
  },
};
const ENVELOPE = {
  type: "object",
  required: ["success", "error", "meta"],
  properties: {
    success: { const: false },
    error: ref("ErrorObject"),
    meta: { type: "object", properties: { requestId: { type: "string", examples: ["req_1"] } } },
  },
  "x-envelope": { success: "success", error: "error", meta: "meta" },
};

const SUCCESS = {
  description: "The thing.",
  content: {
    "application/json": {
      schema: {
        type: "object",
        required: ["success", "data", "meta"],
        properties: {
          success: { type: "boolean", const: true },
          data: { type: "object", required: ["id"], properties: { id: { type: "string" } } },
          meta: { type: "object", properties: { requestId: { type: "string" } } },
        },
      },
    },
  },
};

function response(codes: readonly string[]): unknown {
  const error = { oneOf: codes.map((code) => ref(code)) };
  const schema = { allOf: [ref("ErrorEnvelope"), { required: ["error"], properties: { error } }] };
  return { description: "An error.", content: { "application/json": { schema } } };
}

function schemaOf(code: string, status: number): unknown {
  const doc_url = { type: "string", const: `https://api.example/errors#${code}` };
  return {
    title: code,
    description: "It fails.",
    "x-http-status": status,
    "x-retry": "never",
    "x-actor": "developer",
    "x-applies-to": ["always"],
    "x-since": "1.0.0",
    "x-causes": ["One."],
    "x-fixes": ["One."],
    allOf: [
      ref("ErrorObject"),
      { properties: { type: { const: "an_error" }, code: { type: "string", const: code }, doc_url } },
    ],
  };
}

function pathItem(index: number): unknown {
  const responses = Object.fromEntries(
    STATUSES.map((status) => [status, { $ref: `#/components/responses/R${status}` }]),
  );
  return {
    get: {
      operationId: `get${index}`,
      summary: "Get it",
      tags: ["Things"],
      parameters: [
        { name: `thing${index}Id`, in: "path", required: true, schema: { type: "string" }, example: "1" },
      ],
      responses: { 200: SUCCESS, ...responses },
    },
  };
}

/** A parsed document as a tree whose text nobody has: nothing has a position. */
export function treeWithoutText(document: ParsedDocument): Tree {
  return {
    ...document,
    entry: "",
    sources: new Map(),
    locate: () => {
      throw new Error("Nothing in this document has a position.");
    },
  };
}
