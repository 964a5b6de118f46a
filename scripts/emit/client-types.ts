import type { OperationFact } from "../../src/contract/index.ts";
import { refOf } from "../../src/document/index.ts";
import { tsString } from "../render/escape.ts";

/** What goes into an operation and what comes out of it, as types of TypeScript. */
export interface OperationTypes {
  /** Of a success: the type of `data`. */
  data: string;
  /** Of a list: the type of one entry. */
  item: string;
  /** Whether `data` is a page of a list. */
  list: boolean;
  body?: string;
  query?: string;
  /** Names of the schemas in `data` and `body`. */
  schemas: string[];
}

/** @throws Error when the operation declares no success with JSON. */
export function operationTypes({ id, responses, body, parameters, location }: OperationFact): OperationTypes {
  const success = responses.find(({ status, schema }) => status.startsWith("2") && schema);
  if (!success?.schema) throw new Error(`${location.file}: ${id} declares no success with a JSON body.`);
  const operation = `operations[${tsString(id)}]`;
  const data = dataOf(success.schema.value);
  const schemas: string[] = [];
  const named = data?.name;
  if (named) schemas.push(named);
  if (body?.name) schemas.push(body.name);
  const whole = `${operation}["responses"][${success.status}]["content"]["application/json"]["data"]`;
  const types: OperationTypes = {
    data: named ? `${named}${data.list ? "[]" : ""}` : whole,
    item: named ?? `${whole}[number]`,
    list: data?.list ?? false,
    schemas,
  };
  if (body)
    types.body = body.name ?? `NonNullable<${operation}["requestBody"]>["content"]["application/json"]`;
  if (parameters.some((parameter) => parameter.in === "query")) {
    types.query = `${id.charAt(0).toUpperCase()}${id.slice(1)}Query`;
  }
  return types;
}

interface Data {
  name?: string;
  list: boolean;
}

/** The `data` of an envelope, which is written in place or put together with `allOf`. */
function dataOf(schema: unknown): Data | undefined {
  if (!isObject(schema)) return undefined;
  const data = isObject(schema.properties) ? schema.properties.data : undefined;
  if (isObject(data)) {
    const list = data.type === "array";
    const name = nameOf(list ? data.items : data);
    return name === undefined ? { list } : { name, list };
  }
  const parts: unknown[] = Array.isArray(schema.allOf) ? schema.allOf : [];
  return parts.map(dataOf).find((found) => found !== undefined);
}

/** The component that a reference leads to: the last key of its pointer, or the base name of its file. */
function nameOf(schema: unknown): string | undefined {
  return refOf(schema)?.match(/([^/#]+?)(\.[a-z]+)?$/)?.[1];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** All schemas of the bundle that `names` are made of, themselves included, in the order of the bundle. */
export function schemasWithin(names: Iterable<string>, bundle: unknown): string[] {
  const components = isObject(bundle) && isObject(bundle.components) ? bundle.components : {};
  const schemas = isObject(components.schemas) ? components.schemas : {};
  const found = new Set<string>();
  const visit = (value: unknown): void => {
    const name = refOf(value)?.match(/^#\/components\/schemas\/([^/]+)$/)?.[1];
    if (name !== undefined) add(name);
    if (typeof value === "object" && value !== null) Object.values(value).forEach(visit);
  };
  const add = (name: string): void => {
    if (found.has(name)) return;
    found.add(name);
    visit(schemas[name]);
  };
  for (const name of names) add(name);
  return Object.keys(schemas).filter((name) => found.has(name));
}
