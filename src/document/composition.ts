import { childKeys, memberOf, type Node, nodeId, type Reader, refOf } from "./node.ts";

/**
 * Composition of schemas: what a schema says together with all that it contains by `allOf`. Every function takes the
 * schema as it stands, follows `$ref`s, and survives schemas that contain themselves.
 */

const flattened = new WeakMap<Reader, WeakMap<Node, readonly Node[]>>();

/**
 * All schemas that a value must satisfy at once: the schema, what it refers to, and everything in its `allOf`, each
 * once. The most general comes first; what is written in the schema itself counts last, as the most specific. Keywords
 * beside a `$ref` apply as well as what the reference leads to (JSON Schema 2020-12, 8.2.3.1), so they are a part of
 * their own: the node of the reference itself.
 */
export function schemaParts(reader: Reader, schema: Node | undefined): readonly Node[] {
  if (schema === undefined) return [];
  const known = flattened.get(reader) ?? new WeakMap<Node, readonly Node[]>();
  flattened.set(reader, known);
  const parts = known.get(schema) ?? flatten(reader, schema, new Set());
  known.set(schema, parts);
  return parts;
}

function flatten(reader: Reader, schema: Node, seen: Set<string>): Node[] {
  const id = nodeId(schema);
  if (typeof schema.value !== "object" || schema.value === null || seen.has(id)) return [];
  seen.add(id);
  const isReference = refOf(schema.value) !== undefined;
  const target = isReference ? reader.target(schema) : undefined;
  const parts = target ? flatten(reader, target, seen) : [];
  const members = [...listed(reader, schema, "allOf"), ...onlyChoices(reader, schema)];
  for (const member of members) parts.push(...flatten(reader, member, seen));
  if (!isReference || childKeys(schema).length > 1) parts.push(schema);
  return parts;
}

/** A choice of one is no choice: its member applies like a part of an `allOf`. */
function onlyChoices(reader: Reader, schema: Node): Node[] {
  const choices = ["oneOf", "anyOf"].map((keyword) => listed(reader, schema, keyword));
  return choices.filter((members) => members.length === 1).flat();
}

/** The members of a keyword that holds a list, as they stand; none for anything else. */
export function listed(reader: Reader, schema: Node, keyword: string): Node[] {
  const list = reader.child(schema, keyword);
  return Array.isArray(list?.value) ? reader.children(list) : [];
}

/** The schemas that parts give for a property, as they stand, the most general first. */
export function propertiesIn(reader: Reader, parts: readonly Node[], name: string): Node[] {
  return parts.flatMap((part) => {
    const properties = reader.child(part, "properties");
    return (properties && reader.child(properties, name)) ?? [];
  });
}

/** The schemas that are given for a property, `$ref`s followed, the most general first. */
export function propertySchemas(reader: Reader, schema: Node | undefined, name: string): Node[] {
  return propertiesIn(reader, schemaParts(reader, schema), name).flatMap((node) => reader.follow(node) ?? []);
}

/** Names of all properties, in the order in which they are first met. */
export function propertyNames(reader: Reader, schema: Node | undefined): string[] {
  const names = schemaParts(reader, schema).flatMap((part) => childKeys(reader.child(part, "properties")));
  return [...new Set(names)];
}

/** Names that parts require. */
export function requiredIn(parts: readonly Node[]): Set<string> {
  const names = parts.flatMap((part) => memberOf(part.value, "required") ?? []);
  return new Set(names.filter((name) => typeof name === "string"));
}

/** Names of the properties that must be present. */
export function requiredNames(reader: Reader, schema: Node | undefined): string[] {
  return [...requiredIn(schemaParts(reader, schema))];
}

/** The only value of a property, as the most specific schema has it: its `const`, or its `enum` of one. */
export function constOf(reader: Reader, schema: Node | undefined, name: string): Node | undefined {
  const properties = propertySchemas(reader, schema, name);
  return properties.flatMap((property) => reader.get(property, "const") ?? onlyOf(reader, property)).at(-1);
}

// The registry of all codes is among these for each code, so its entries are not read.
function onlyOf(reader: Reader, schema: Node): Node[] {
  const values = reader.get(schema, "enum");
  return Array.isArray(values?.value) && values.value.length === 1 ? [reader.get(values, 0) ?? values] : [];
}

/** The alternatives of a schema: the members of its `oneOf` or `anyOf`, wherever `allOf` hides them; itself if there are none. */
export function alternatives(reader: Reader, schema: Node | undefined): Node[] {
  const lists = schemaParts(reader, schema).flatMap((part) =>
    ["oneOf", "anyOf"].flatMap((keyword) => listed(reader, part, keyword)),
  );
  const own = reader.get(schema);
  if (lists.length === 0) return own ? [own] : [];
  return lists.flatMap((node) => reader.follow(node) ?? []);
}
