import type { PageContext } from "../html/context.ts";
import { joined, type Markup, markup, nothing } from "../html/markup.ts";
import { breakable, table } from "../html/parts.ts";

export type Schema = Record<string, unknown>;

/** The schemas of the published document by name, where every `$ref` is local. */
export type Schemas = Readonly<Record<string, Schema>>;

const COMPONENTS = "#/components/schemas/";

/** Id of a schema's heading. */
export function schemaAnchor(name: string): string {
  return `schema-${name}`;
}

/** Name of the schema that is referred to, if it is one of the document's. */
export function refName(schema: unknown): string | undefined {
  const ref = isObject(schema) ? schema.$ref : undefined;
  return typeof ref === "string" && ref.startsWith(COMPONENTS) ? ref.slice(COMPONENTS.length) : undefined;
}

/** The fields of an object, those that it is composed of included, as a table. */
export function fieldTable({ line }: PageContext, schemas: Schemas, schema: unknown): Markup {
  const { fields, required } = fieldsOf(schemas, schema);
  if (fields.size === 0) return nothing;
  const rows = [...fields].map(([name, field]) => {
    const facts = { name, type: typeOf(schemas, field), required: required.has(name) };
    return fieldRow(facts, line(textOf(field, schemas)));
  });
  return table("Fields", ["Field", "Meaning"], rows);
}

/** A row for a field or a parameter: what it is called and what it holds, and what it means. */
export function fieldRow(
  { name, type, required }: { name: string; type: Markup; required: boolean },
  meaning: Markup,
): Markup {
  const note = required ? markup` <span class="must">required</span>` : nothing;
  return markup`<tr><th scope="row"><code>${breakable(name)}</code>${note}<div class="kind">${type}</div></th><td>${meaning}</td></tr>`;
}

interface Fields {
  fields: Map<string, unknown>;
  required: Set<string>;
}

/** Follows `allOf` and `$ref`; a schema that contains itself is followed once. */
function fieldsOf(schemas: Schemas, schema: unknown, seen = new Set<unknown>()): Fields {
  const fields = new Map<string, unknown>();
  const required = new Set<string>();
  const own = resolve(schemas, schema);
  if (!isObject(own) || seen.has(own)) return { fields, required };
  seen.add(own);
  for (const part of Array.isArray(own.allOf) ? own.allOf : []) {
    const inner = fieldsOf(schemas, part, seen);
    for (const [name, field] of inner.fields) fields.set(name, field);
    for (const name of inner.required) required.add(name);
  }
  for (const [name, field] of Object.entries(isObject(own.properties) ? own.properties : {})) {
    fields.set(name, field);
  }
  for (const name of Array.isArray(own.required) ? own.required : []) required.add(String(name));
  return { fields, required };
}

/** The type in words: `string`, `list of Ticket`, `"low" | "high"`. */
export function typeOf(schemas: Schemas, schema: unknown): Markup {
  const name = refName(schema);
  const target = resolve(schemas, schema);
  if (!isObject(target)) return markup`any`;
  if (name !== undefined && fieldsOf(schemas, target).fields.size > 0) {
    return markup`<a href="#${encodeURIComponent(schemaAnchor(name))}">${name}</a>`;
  }
  if (target.const !== undefined) return markup`<code>${JSON.stringify(target.const)}</code>`;
  if (Array.isArray(target.enum)) {
    return joined(
      target.enum.map((value) => markup`<code>${String(value)}</code>`),
      " | ",
    );
  }
  const choices = target.oneOf ?? target.anyOf;
  if (Array.isArray(choices)) {
    return joined(
      choices.map((choice) => typeOf(schemas, choice)),
      " | ",
    );
  }
  return plainType(schemas, target);
}

function plainType(schemas: Schemas, schema: Schema): Markup {
  const types = [schema.type].flat().filter((type) => typeof type === "string");
  if (types.length === 0) return markup`object`;
  return joined(
    types.map((type) => {
      if (type === "array") return markup`list of ${typeOf(schemas, schema.items)}`;
      const format = typeof schema.format === "string" && type === "string" ? ` (${schema.format})` : "";
      return markup`${type}${format}${limits(schema, type)}`;
    }),
    " | ",
  );
}

function limits({ minimum, maximum }: Schema, type: string): string {
  if (type !== "integer" && type !== "number") return "";
  if (minimum !== undefined && maximum !== undefined) return `, ${minimum} to ${maximum}`;
  if (minimum !== undefined) return `, ${minimum} or more`;
  return maximum === undefined ? "" : `, at most ${maximum}`;
}

function textOf(schema: unknown, schemas: Schemas): string {
  const target = resolve(schemas, schema);
  const own = isObject(schema) ? schema.description : undefined;
  const text = own ?? (isObject(target) ? target.description : undefined);
  return typeof text === "string" ? text : "";
}

function resolve(schemas: Schemas, schema: unknown): unknown {
  let current = schema;
  for (let depth = 0; depth < 20; depth++) {
    const name = refName(current);
    if (name === undefined) return current;
    current = schemas[name];
  }
  return current;
}

export function isObject(value: unknown): value is Schema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
