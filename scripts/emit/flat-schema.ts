import { fromPointer, propertyNames, requiredNames, schemaParts, valueAt } from "../../src/document/index.ts";
import type { Bundle } from "../../src/lint/index.ts";
import { readBundle } from "./bundle.ts";
import { isObject, type Schema } from "./schemas.ts";

// What a part of an object may say besides annotations, for all parts to become one.
const OBJECT = ["type", "required", "properties", "allOf"];
const ANNOTATIONS = ["title", "description", "externalDocs", "examples", "deprecated"];

/**
 * An object that is put together with `allOf`, in one piece: for tools that look for what a field demands only where the
 * field is declared. Undefined for a schema that says more than which properties it has.
 * @param pointer of the schema in the bundle.
 */
export function flattenObject(bundle: Bundle, pointer: string): Schema | undefined {
  const { reader, root } = readBundle(bundle).tree;
  const own = valueAt(bundle, fromPointer(pointer));
  const node = reader.get(root, ...fromPointer(pointer));
  const parts = schemaParts(reader, node);
  const known = (key: string) => key.startsWith("x-") || [...OBJECT, ...ANNOTATIONS].includes(key);
  if (!isObject(own) || !parts.every(({ value }) => isObject(value) && Object.keys(value).every(known)))
    return undefined;
  const properties = propertyNames(reader, node).map((name) => {
    const holders = parts.filter((part) => reader.get(part, "properties", name));
    const [first] = holders;
    // What one part alone declares stays as it stands there, which is most often a reference.
    const raw = valueAt(bundle, [...fromPointer(first?.location.pointer ?? ""), "properties", name]);
    const declared = holders.map((part) => reader.get(part, "properties", name)?.value).filter(isObject);
    return [name, structuredClone(holders.length === 1 ? raw : mergeProperty(declared))];
  });
  const { allOf: _, type: __, required: ___, properties: ____, ...facts } = own;
  const required = requiredNames(reader, node);
  return {
    ...facts,
    type: "object",
    ...(required.length > 0 && { required }),
    properties: Object.fromEntries(properties),
  };
}

/** One schema for a property that several parts declare, the most general first. */
function mergeProperty(declared: readonly Schema[]): Schema {
  const entries = declared.flatMap((schema) =>
    Object.entries(schema).filter(([key]) => !key.startsWith("x-")),
  );
  const merged: Schema = Object.fromEntries(entries);
  if (merged.const === undefined) return merged;
  const { description, type, const: only } = merged; // a single value says it all
  return {
    ...(description !== undefined && { description }),
    ...(type !== undefined && { type }),
    const: only,
  };
}
