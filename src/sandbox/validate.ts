import type { Shape, ShapeOf } from "../conformance/index.ts";
import type { OperationRequest, RequestParameter } from "./facts.ts";

/** One thing that is wrong with a request, in the form of Standard Schema. */
export interface Issue {
  message: string;
  path: readonly (string | number)[];
}

/** What is wrong with a value: of an object what is missing first, then in the order of the schema. */
export function issuesOf(shape: Shape, value: unknown, path: readonly (string | number)[] = []): Issue[] {
  const failed = shape.assertions.find(({ holds }) => !holds(value));
  if (failed) return [{ message: `must be ${failed.expected}`, path }];
  const below = Array.isArray(value) ? itemIssues(shape, value, path) : memberIssues(shape, value, path);
  if (below.length > 0) return below;
  return shape.fits(value) ? [] : [{ message: "does not fit its schema", path }];
}

function itemIssues({ items }: Shape, list: readonly unknown[], path: readonly (string | number)[]): Issue[] {
  const shape = items?.();
  return shape ? list.flatMap((item, index) => issuesOf(shape, item, [...path, index])) : [];
}

function memberIssues(shape: Shape, value: unknown, path: readonly (string | number)[]): Issue[] {
  if (typeof value !== "object" || value === null) return [];
  const members = value as Record<string, unknown>;
  const has = (name: string) => Object.hasOwn(members, name) && members[name] !== undefined;
  const missing = shape.required.filter((name) => !has(name));
  return [
    ...missing.map((name) => ({ message: "is missing", path: [...path, name] })),
    ...[...shape.properties].flatMap(([name, member]) =>
      has(name) ? issuesOf(member(), members[name], [...path, name]) : [],
    ),
  ];
}

/** The ids in the path, decoded; the name of the first that has another form. */
export function readPath(
  { parameters }: OperationRequest,
  params: Readonly<Record<string, string>>,
  shapeOf: ShapeOf,
): { ids: Record<string, string>; bad?: string } {
  const ids: Record<string, string> = {};
  for (const { name, schema } of parameters.filter((one) => one.in === "path")) {
    const id = decode(params[name] ?? "");
    if (id === undefined || !shapeOf(schema).fits(id)) return { ids, bad: name };
    ids[name] = id;
  }
  return { ids };
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** The values of the query and of the headers that the operation takes; the name of the first that is wrong. */
export function readQuery(
  { parameters }: OperationRequest,
  { query, headers }: { query: URLSearchParams; headers: Headers },
  shapeOf: ShapeOf,
): { values: Record<string, unknown>; bad?: string } {
  const values: Record<string, unknown> = {};
  for (const parameter of parameters) {
    if (parameter.in !== "query" && parameter.in !== "header") continue;
    const { name, schema, default: otherwise } = parameter;
    const texts = parameter.in === "query" ? query.getAll(name) : headerTexts(headers, name);
    if (texts.length === 0 && parameter.required) return { values, bad: name };
    if (texts.length === 0) {
      if (otherwise !== undefined) values[name] = otherwise;
      continue;
    }
    const value = readTexts(texts, parameter);
    if (!shapeOf(schema).fits(value)) return { values, bad: name };
    values[name] = value;
  }
  return { values };
}

function headerTexts(headers: Headers, name: string): string[] {
  const text = headers.get(name);
  return text === null ? [] : [text];
}

/** A single value that is repeated fits no schema: it is a list. */
function readTexts(texts: readonly string[], { type, explode = true }: RequestParameter): unknown {
  const [text = ""] = texts;
  if (type === "list") return explode ? texts : texts.flatMap((one) => (one === "" ? [] : one.split(",")));
  if (texts.length > 1) return texts;
  if (type === "integer" || type === "number") return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
  if (type === "boolean") return text === "true" ? true : text === "false" ? false : text;
  return text;
}
