import fc from "fast-check";
import type { Json } from "./support.ts";

/** What an API says of its errors, apart from how a document writes it. */
export interface Model {
  codes: Record<string, CodeModel>;
  /** Codes of each operation. */
  operations: Record<string, string[]>;
  retired: { code: string; replacedBy?: string }[];
  /** Fields of `meta`, and whether each is always there. */
  meta: Record<string, boolean>;
  /** Whether errors of `after` codes carry `Retry-After`. */
  retryAfter: boolean;
  limit: number;
}

export interface CodeModel {
  type: string;
  status: number;
  title: string;
  param: "never" | "optional" | "required";
  retry: "never" | "after" | "backoff";
  fix: string;
}

const CODES = ["ant", "bee", "cow", "dog", "eel", "fox"];
const OPERATIONS = ["alpha", "beta", "gamma", "delta"];

const codeModel: fc.Arbitrary<CodeModel> = fc.record({
  type: fc.constantFrom("wild_error", "tame_error"),
  status: fc.constantFrom(400, 404, 429),
  title: fc.constantFrom("One", "Two", "Three"),
  param: fc.constantFrom("never", "optional", "required"),
  retry: fc.constantFrom("never", "after", "backoff"),
  fix: fc.constantFrom("Wait.", "Ask.", "Run."),
});

/** Any API with a few codes, each returned by some operation. */
export const anyModel: fc.Arbitrary<Model> = fc
  .record({
    codes: fc.dictionary(fc.constantFrom(...CODES), codeModel, {
      minKeys: 1,
      maxKeys: 5,
      noNullPrototype: true,
    }),
    operations: fc.dictionary(fc.constantFrom(...OPERATIONS), fc.subarray(CODES), {
      minKeys: 1,
      noNullPrototype: true,
    }),
    retired: fc.subarray(CODES),
    replacement: fc.constantFrom(undefined, ...CODES),
    meta: fc.dictionary(fc.constantFrom("host", "region"), fc.boolean(), { noNullPrototype: true }),
    retryAfter: fc.boolean(),
    limit: fc.constantFrom(100, 200, 300),
  })
  .map(({ retired, replacement, ...model }): Model => {
    const names = Object.keys(model.codes);
    const [first = "alpha"] = Object.keys(model.operations);
    const used = new Set(Object.values(model.operations).flat());
    const operations = Object.fromEntries(
      Object.entries(model.operations).map(([name, codes]) => {
        const unused = name === first ? names.filter((code) => !used.has(code)) : [];
        return [name, names.filter((code) => codes.includes(code) || unused.includes(code))];
      }),
    );
    const gone = retired.filter((code) => !names.includes(code));
    const replacedBy =
      replacement !== undefined && names.includes(replacement) ? { replacedBy: replacement } : {};
    return { ...model, operations, retired: gone.map((code, at) => ({ code, ...(at === 0 && replacedBy) })) };
  });

/** How a document writes what it says; none of it has a meaning. */
export interface Style {
  inlineErrors: boolean;
  inlineEnvelope: boolean;
  flattened: boolean;
  reversed: boolean;
  enumForConst: boolean;
  choiceOfOne: boolean;
  falseDefaults: boolean;
  typeLists: boolean;
  sharedParameters: boolean;
  splitResponses: boolean;
  otherNames: boolean;
}

export const plainStyle: Style = {
  ...{ inlineErrors: false, inlineEnvelope: false, flattened: false, reversed: false, enumForConst: false },
  ...{ choiceOfOne: false, falseDefaults: false, typeLists: false, sharedParameters: false },
  ...{ splitResponses: false, otherNames: false },
};

export const anyStyle: fc.Arbitrary<Style> = fc.record(
  Object.fromEntries(Object.keys(plainStyle).map((key) => [key, fc.boolean()])) as Record<
    keyof Style,
    fc.Arbitrary<boolean>
  >,
);

/** Writes a model as an OpenAPI document. `copies` repeats every operation under paths of its own. */
export function writeModel(model: Model, style: Style = plainStyle, copies = 1): Json {
  const write = createWriter(model, style);
  const names = Object.keys(model.operations).flatMap((name) =>
    Array.from({ length: copies }, (_, copy) => [name, copy === 0 ? name : `${name}${copy}`] as const),
  );
  const { paths, components } = write.paths(names);
  return {
    openapi: "3.1.0",
    info: { title: "Zoo API", version: "1.0.0", description: "Animals." },
    servers: [{ url: "https://zoo.example" }],
    paths,
    components: {
      ...components,
      securitySchemes: {
        key: {
          ...{ type: "http", scheme: "bearer" },
          "x-key-prefixes": [
            {
              prefix: "zoo_",
              kind: "secret",
              environment: "test",
              access: "All.",
              requestsPerHour: model.limit,
            },
          ],
        },
      },
    },
  };
}

function createWriter(model: Model, style: Style) {
  const prefix = style.otherNames ? "The" : "";
  const schemas: Json = {};
  const responses: Json = {};
  const order = <T>(list: T[]): T[] => (style.reversed ? [...list].reverse() : list);
  const constant = (value: Json) => ({
    type: style.typeLists ? [typeof value] : typeof value,
    ...(style.enumForConst ? { enum: [value] } : { const: value }),
  });
  const text = {
    type: style.typeLists ? ["string"] : "string",
    ...(style.falseDefaults && { minLength: 0, deprecated: false }),
  };
  const object = (schema: Json) => ({
    type: "object",
    ...(style.falseDefaults && { additionalProperties: true }),
    ...schema,
  });
  const shared = (name: string, schema: Json, inline: boolean) => {
    if (inline) return schema;
    schemas[name] = schema;
    return { $ref: `#/components/schemas/${name}` };
  };

  const registry = {
    ...{ type: "string", enum: order(Object.keys(model.codes)) },
    "x-retired-codes": model.retired.map((entry) => ({ ...entry, retired: "0.9.0", reason: "Gone." })),
  };
  const types = {
    ...{ type: "string", enum: order(["wild_error", "tame_error"]) },
    "x-error-types": Object.fromEntries(
      ["wild_error", "tame_error"].map((type) => [
        type,
        { title: type, description: "A type.", fix: "Look." },
      ]),
    ),
  };
  const errorObject = (): Json =>
    object({
      required: order(["type", "code", "message", "doc_url", "request_id"]),
      properties: {
        type: shared("ErrorType", types, false),
        code: shared("ErrorCode", registry, false),
        ...{ message: text, doc_url: text, request_id: text },
      },
    });

  const error = (code: string, { type, status, title, param, retry, fix }: CodeModel): Json => {
    const own = {
      ...(param === "required" && { required: ["param"] }),
      properties: {
        ...{
          type: constant(type),
          code: constant(code),
          doc_url: constant(`https://zoo.example/errors#${code}`),
        },
        ...(param !== "never" && { param: text }),
        message: { examples: ["A text."] },
      },
    };
    const facts = {
      ...{ title, description: `All about ${code}.`, "x-http-status": status, "x-retry": retry },
      ...{ "x-actor": "nobody", "x-applies-to": ["explicit"], "x-since": "1.0.0" },
      ...{ "x-causes": ["A cause."], "x-fixes": [fix] },
    };
    const base = shared(`${prefix}ErrorObject`, errorObject(), style.flattened);
    return { ...facts, ...(style.flattened ? { allOf: [base], ...own } : { allOf: order([base, own]) }) };
  };

  const envelope = (): Json =>
    object({
      required: order(["success", "error", "meta"]),
      "x-envelope": {
        ...{ success: "success", error: "error", data: "data", meta: "meta", pagination: "pagination" },
        fields: {
          type: "type",
          code: "code",
          message: "message",
          param: "param",
          docUrl: "doc_url",
          requestId: "request_id",
        },
        metaFields: { requestId: "requestId", timestamp: "timestamp" },
      },
      properties: {
        success: constant(false),
        error: shared(`${prefix}ErrorObject`, errorObject(), style.inlineEnvelope),
        meta: object({
          required: order(["requestId", ...Object.keys(model.meta).filter((name) => model.meta[name])]),
          properties: {
            requestId: text,
            ...Object.fromEntries(Object.keys(model.meta).map((name) => [name, text])),
          },
        }),
      },
    });

  const body = (codes: string[]): Json => {
    const members = order(
      codes.map((code) => shared(code, error(code, model.codes[code] as CodeModel), style.inlineErrors)),
    );
    const choice = members.length === 1 && !style.choiceOfOne ? members[0] : { oneOf: members };
    const envelopes = shared(`${prefix}Envelope`, envelope(), style.inlineEnvelope);
    return style.flattened
      ? { allOf: [envelopes], properties: { error: choice } }
      : { allOf: [envelopes, { properties: { error: choice } }] };
  };

  const response = (status: number, codes: string[]): Json => {
    const waits = model.retryAfter && codes.some((code) => model.codes[code]?.retry === "after");
    return {
      description: `Status ${status}.`,
      ...(waits && { headers: { "Retry-After": { required: true, schema: { type: "integer" } } } }),
      content: { "application/json": { schema: body(codes) } },
    };
  };

  const parameter = {
    ...{ name: "id", in: "path", required: true, schema: { type: "string" } },
    ...(style.falseDefaults && { deprecated: false, style: "simple", explode: false }),
  };

  const operation = (name: string, id: string): Json => {
    const codes = model.operations[name] ?? [];
    const statuses = [...new Set(codes.map((code) => model.codes[code]?.status ?? 0))];
    const declared = statuses.map((status) => {
      const some = codes.filter((code) => model.codes[code]?.status === status);
      const key = `${prefix}R${status}${some.join("")}`;
      if (style.splitResponses) return [String(status), response(status, some)];
      responses[key] = response(status, some);
      return [String(status), { $ref: `#/components/responses/${key}` }];
    });
    return {
      operationId: id,
      ...(!style.sharedParameters && { parameters: [parameter] }),
      responses: { "200": { description: "Fine." }, ...Object.fromEntries(order(declared)) },
    };
  };

  return {
    paths(names: readonly (readonly [name: string, id: string])[]) {
      const paths = Object.fromEntries(
        names.map(([name, id]) => [
          `/${id}/{id}`,
          { ...(style.sharedParameters && { parameters: [parameter] }), get: operation(name, id) },
        ]),
      );
      return { paths, components: { schemas, responses } };
    },
  };
}
