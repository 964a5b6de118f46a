import type { Contract, ResponseFact } from "../../contract/index.ts";
import type { Canonicalize } from "../canonical/canonical-schema.ts";
import { mergeCanonical } from "../canonical/canonical-schema.ts";
import type { Schema } from "../canonical/merge.ts";
import { textOf, withoutWords } from "../canonical/words.ts";
import type { Part, Parts } from "./differences.ts";

/**
 * The fields of an error response's body, by their paths such as `error.message`; the body itself is the empty path. The
 * values that name a code, its type and its page are facts of the code and not of the fields.
 */
export function bodyFields(contract: Contract, canonical: Canonicalize, { response, code }: Carried): Parts {
  const body = canonical(response.schema);
  const { envelope } = contract;
  const member = code === undefined ? undefined : response.union?.members[code];
  if (member === undefined) return new Map(flatten(body, ""));
  const properties = (body.properties ?? {}) as Record<string, Schema>;
  const error = mergeCanonical(withoutChoices(properties[envelope.error] ?? {}), canonical(member));
  const fields = new Map(flatten({ ...body, properties: { ...properties, [envelope.error]: error } }, ""));
  const of = (field: string) => `${envelope.error}.${field}`;
  const { type, code: name, docUrl } = envelope.fields;
  for (const path of [type, name, docUrl].map(of))
    replace(fields, path, (field) => ({ ...field, schema: { type: field.schema.type } }));
  replace(fields, envelope.error, (field) => ({ ...field, text: "" })); // the code's own title and description
  return fields;
}

export interface Carried {
  response: ResponseFact;
  /** Absent for a response that names none. */
  code?: string | undefined;
}

function replace(fields: Map<string, Part>, path: string, change: (field: Part) => Part): void {
  const field = fields.get(path);
  if (field) fields.set(path, change(field));
}

/** The choice between the codes of a response says nothing about any one of them. */
function withoutChoices({ oneOf, anyOf, allOf, ...rest }: Schema): Schema {
  return rest;
}

function* flatten(schema: Schema, path: string, required = true): Generator<[string, Part]> {
  const { properties, required: names, items, title, description, ...own } = schema;
  const deep = isObjectList(items);
  const shape = { ...own, ...(items !== undefined && !deep && { items }) };
  yield [path, { required, schema: withoutWords(shape), text: textOf(schema) }];
  const needed = new Set(Array.isArray(names) ? names : []);
  for (const [name, member] of Object.entries((properties ?? {}) as Record<string, Schema>)) {
    yield* flatten(member, path === "" ? name : `${path}.${name}`, needed.has(name));
  }
  if (deep) yield* flatten(items as Schema, `${path}[]`);
}

function isObjectList(items: unknown): boolean {
  return typeof items === "object" && items !== null && "properties" in items;
}
