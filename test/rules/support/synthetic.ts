const BASE = "https://api.example/errors#";
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const range = (count: number) => Array.from({ length: count }, (_, index) => index);

/**
 * A document with `count` operations that keeps to the convention and grows in all its parts: 8 codes, one of them for
 * every operation with an id, and 4 shared responses for each 25 operations.
 */
export function synthetic(count: number): unknown {
  const parts = range(Math.ceil(count / 25));
  const codes = parts.flatMap((part) => codesOf(part));
  return {
    openapi: "3.1.0",
    info: { title: "Synthetic", version: "1.0.0" },
    security: [{ key: [] }],
    paths: Object.fromEntries(parts.flatMap((part) => pathsOf(part, Math.min(25, count - part * 25)))),
    components: {
      securitySchemes: { key: { type: "http", scheme: "bearer" } },
      responses: Object.assign({}, ...parts.map((part) => responsesOf(part))),
      schemas: {
        ErrorCode: { type: "string", enum: codes.map(({ code }) => code) },
        ErrorObject: {
          type: "object",
          required: ["type", "code", "message", "doc_url", "request_id"],
          properties: { type: { type: "string" }, code: ref("ErrorCode"), message: { type: "string" } },
        },
        ErrorEnvelope: {
          type: "object",
          required: ["success", "error", "meta"],
          properties: { success: { const: false }, error: ref("ErrorObject"), meta: { type: "object" } },
        },
        ...Object.fromEntries(codes.map((code) => [code.code, schemaOf(code)])),
      },
    },
  };
}

interface Code {
  code: string;
  type: string;
  status: number;
}

function codesOf(part: number): Code[] {
  const kinds = [
    { type: "authentication_error", status: 401 },
    { type: "invalid_request_error", status: 400 },
    { type: "not_found_error", status: 404 },
    { type: "api_error", status: 500 },
  ];
  return kinds.flatMap((kind) =>
    ["a", "b"].map((last) => ({ code: `e${kind.status}_${part}_${last}`, ...kind })),
  );
}

function schemaOf({ code, type, status }: Code): unknown {
  return {
    title: code,
    description: `What ${code} means.`,
    "x-http-status": status,
    "x-retry": status === 500 ? "backoff" : "never",
    "x-applies-to": ["explicit"],
    "x-since": "1.0.0",
    "x-causes": ["Something happened."],
    "x-fixes": ["Do something else."],
    allOf: [
      ref("ErrorObject"),
      { properties: { type: { const: type }, code: { const: code }, doc_url: { const: BASE + code } } },
    ],
  };
}

function responsesOf(part: number): Record<string, unknown> {
  const codes = codesOf(part);
  return Object.fromEntries(
    [401, 400, 404, 500].map((status) => {
      const own = codes.filter((code) => code.status === status);
      const schema = {
        allOf: [ref("ErrorEnvelope"), { properties: { error: { oneOf: own.map(({ code }) => ref(code)) } } }],
      };
      const examples = Object.fromEntries(own.map((code) => [code.code, { value: exampleOf(code) }]));
      return [
        `R${status}_${part}`,
        { description: "An error.", content: { "application/json": { schema, examples } } },
      ];
    }),
  );
}

function exampleOf({ code, type }: Code): unknown {
  const error = { type, code, message: "It failed.", doc_url: BASE + code, request_id: "req_1" };
  return { success: false, error, meta: { requestId: "req_1" } };
}

function pathsOf(part: number, count: number): [string, unknown][] {
  const response = (status: number) => ({ $ref: `#/components/responses/R${status}_${part}` });
  return range(count).map((index) => [
    `/things_${part}_${index}/{id}`,
    {
      get: {
        operationId: `get_${part}_${index}`,
        parameters: [{ name: "id", in: "path", required: true, schema: { type: "string" } }],
        responses: {
          "200": { description: "Fine." },
          ...Object.fromEntries([400, 401, 404, 500].map((status) => [status, response(status)])),
        },
      },
    },
  ]);
}
