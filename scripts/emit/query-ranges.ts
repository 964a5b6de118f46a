import { fromFragment, refOf, valueAt } from "../../src/document/index.ts";
import { isObject, type Schema } from "./schemas.ts";

/**
 * Adds to the description of each numeric query parameter which values it takes: the types of TypeScript cannot say so, and
 * what an editor shows of a parameter is its description.
 * @param document is changed.
 */
export function describeQueryRanges(document: Schema): void {
  for (const parameter of queryParameters(document)) {
    const range = describeRange(followRef(document, parameter.schema));
    if (!range) continue;
    const { description } = parameter;
    parameter.description = typeof description === "string" ? `${description.trimEnd()} ${range}` : range;
  }
}

/** Those in the components, of paths and of operations; a `$ref` leads to one that is there anyway. */
function* queryParameters(document: Schema): Generator<Schema> {
  const holders = [document.components, ...values(document.paths).flatMap((path) => [path, ...values(path)])];
  for (const parameter of holders.flatMap((holder) =>
    values(isObject(holder) ? holder.parameters : undefined),
  )) {
    if (isObject(parameter) && parameter.in === "query") yield parameter;
  }
}

/** A sentence such as "From 1 to 100, 20 by default."; empty where the schema limits no number. */
function describeRange(schema: unknown): string {
  if (!isObject(schema) || !["integer", "number"].some((type) => [schema.type].flat().includes(type)))
    return "";
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = schema;
  const limits = [
    isNumber(exclusiveMinimum) && `more than ${exclusiveMinimum}`,
    isNumber(exclusiveMaximum) && `less than ${exclusiveMaximum}`,
    isNumber(minimum) && isNumber(maximum) && `from ${minimum} to ${maximum}`,
    isNumber(minimum) && !isNumber(maximum) && `at least ${minimum}`,
    !isNumber(minimum) && isNumber(maximum) && `at most ${maximum}`,
    isNumber(schema.default) && `${schema.default} by default`,
  ];
  const text = limits.filter((limit) => limit !== false).join(", ");
  return text && `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function followRef(document: Schema, schema: unknown): unknown {
  const ref = refOf(schema);
  return ref?.startsWith("#") ? valueAt(document, fromFragment(ref.slice(1)) ?? []) : schema;
}

function values(value: unknown): unknown[] {
  return Object.values(value ?? {});
}

function isNumber(value: unknown): value is number {
  return typeof value === "number";
}
