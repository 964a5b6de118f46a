import type { Contract, OperationFact, ResponseFact } from "../../src/contract/index.ts";
import { type Node, propertySchemas, type Reader, schemaParts } from "../../src/document/index.ts";
import type { Report } from "../names/problem.ts";
import { tsString } from "../render/escape.ts";

/** A type of TypeScript: a schema of the document by its name, or a list of it, or an expression. */
export type TypeRef = { schema: string; list?: true } | { expression: string };

/** What a success of an operation carries. */
export interface DataType {
  /** Of the whole `data`, one for each way to succeed. */
  data: TypeRef[];
  /** Of one entry, where `data` is a list. */
  item: TypeRef[];
  list: boolean;
}

const RULE = "client-types";
const NONE: DataType = { data: [], item: [], list: false };

/** What is needed to read the types of an operation. */
export interface TypeContext {
  reader: Reader;
  contract: Pick<Contract, "envelope" | "pagination">;
  report: Report;
}

/** The types of what an operation returns. The client takes objects and pages of lists, in the envelope of every success. */
export function dataType(operation: OperationFact, context: TypeContext): DataType {
  const successes = operation.responses.filter(({ status }) => /^2/.test(status));
  if (successes.length === 0) {
    problem(operation, context, "declares no success. Add a response for 200 or 201");
    return NONE;
  }
  const types = successes.map((response) => typeOfResponse(operation, response, context));
  if (types.some(({ list }) => list) && !types.every(({ list }) => list)) {
    problem(
      operation,
      context,
      "succeeds with a list in one response, with something else in another. Let both be one of them",
    );
  }
  return {
    data: distinct(types.flatMap(({ data }) => data)),
    item: distinct(types.flatMap(({ item }) => item)),
    list: types.every(({ list }) => list),
  };
}

function typeOfResponse(operation: OperationFact, response: ResponseFact, context: TypeContext): DataType {
  const { reader, contract } = context;
  const { data: field, pagination } = contract.envelope;
  const { status, schema, mediaType } = response;
  const where = `its response ${status}`;
  if (schema === undefined || mediaType === undefined) {
    problem(
      operation,
      context,
      `${where} has no JSON body, and every success of the client has one. Give it one`,
    );
    return NONE;
  }
  const nodes = propertySchemas(reader, schema, field);
  const types = new Set(nodes.flatMap((node) => typesOf(reader, node)));
  if (nodes.length === 0) {
    problem(operation, context, `${where} has no \`${field}\`. Put what is returned there`);
  } else if (["string", "number", "integer", "boolean"].some((type) => types.has(type))) {
    problem(operation, context, `\`${field}\` of ${where} is a single value. Make it an object or a list`);
  }
  const list = types.has("array");
  if (list && propertySchemas(reader, schema, pagination).length === 0) {
    problem(
      operation,
      context,
      `${where} is a list without \`${pagination}\`. Add it, or put the list into an object`,
    );
  }
  const key = /^\d+$/.test(status) ? status : tsString(status);
  const whole = `operations[${tsString(operation.id)}]["responses"][${key}]["content"][${tsString(mediaType)}][${tsString(field)}]`;
  const [node] = nodes.length === 1 ? nodes : [];
  const items = list ? reader.get(node, "items") : undefined;
  const named = componentOf(list ? items : node);
  return {
    data: [named ? { ...named, ...(list && { list }) } : { expression: whole }],
    item: list ? [named ?? { expression: `${whole}[number]` }] : [],
    list,
  };
}

/** The type of the JSON body that an operation takes, if it takes one. */
export function bodyType(operation: OperationFact, context: TypeContext): TypeRef | undefined {
  const { id, body } = operation;
  if (body === undefined) return undefined;
  if (body.schema === undefined || body.mediaType === undefined) {
    problem(
      operation,
      context,
      "takes no JSON, and the client sends nothing else. Offer application/json too",
    );
    return undefined;
  }
  const type = `NonNullable<operations[${tsString(id)}]["requestBody"]>["content"][${tsString(body.mediaType)}]`;
  return componentOf(context.reader.get(body.schema)) ?? { expression: type };
}

/** A header or cookie that a request must have finds no place in a method. */
export function checkHeaders(operation: OperationFact, context: TypeContext): void {
  const ignored = ["accept", "content-type", "authorization"]; // OpenAPI 3.1, 4.8.12.2.1
  for (const { name, in: place, required } of operation.parameters) {
    if (!required || !["header", "cookie"].includes(place) || ignored.includes(name.toLowerCase())) continue;
    problem(
      operation,
      context,
      `demands the ${place} ${name}, which no method asks for. Make it optional: callers can give headers in the options of a call`,
    );
  }
}

function problem({ id, method, path, location }: OperationFact, { report }: TypeContext, why: string): void {
  const message = `The client cannot have ${id} (${method.toUpperCase()} ${path}): ${why}, or leave the operation out of the client with \`x-client-method: false\`.`;
  report({ rule: RULE, severity: "error", location, message });
}

function typesOf(reader: Reader, schema: Node): unknown[] {
  return schemaParts(reader, schema).flatMap((part) => reader.get(part, "type")?.value ?? []);
}

/** A schema that other parts refer to by name. */
function componentOf(node: Node | undefined): { schema: string } | undefined {
  const name = node?.name;
  return name !== undefined && node?.location.pointer === `/components/schemas/${name}`
    ? { schema: name }
    : undefined;
}

function distinct(types: readonly TypeRef[]): TypeRef[] {
  return [...new Map(types.map((type) => [JSON.stringify(type), type])).values()];
}
