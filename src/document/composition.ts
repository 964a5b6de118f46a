import { type Node, nodeId, type Reader } from "./node.ts";

/**
 * Composition of schemas: what a schema says together with all that it contains by `allOf`. Every function takes the
 * schema as it stands, follows `$ref`s, and survives schemas that contain themselves.
 */

const flattened = new WeakMap<Reader, WeakMap<Node, Node[]>>();

/**
 * A schema and, flattened, everything that it is composed of by `allOf`, each part once. The most general part comes
 * first: what is written in the schema itself counts last, as the most specific.
 */
export function schemaParts(reader: Reader, schema: Node | undefined): readonly Node[] {
  const own = reader.get(schema);
  if (own === undefined) return [];
  const known = flattened.get(reader) ?? new WeakMap<Node, Node[]>();
  flattened.set(reader, known);
  const parts = known.get(own) ?? flatten(reader, own, new Set());
  known.set(own, parts);
  return parts;
}

function flatten(reader: Reader, own: Node, seen: Set<string>): Node[] {
  if (seen.has(nodeId(own))) return [];
  seen.add(nodeId(own));
  const members = reader.entries(reader.get(own, "allOf"));
  return [...members.flatMap(([, part]) => flatten(reader, part, seen)), own];
}

/** The schemas that are given for a property, the most general first. */
export function propertySchemas(reader: Reader, schema: Node | undefined, name: string): Node[] {
  return schemaParts(reader, schema).flatMap((part) => reader.get(part, "properties", name) ?? []);
}

/** Names of all properties, in the order in which they are first met. */
export function propertyNames(reader: Reader, schema: Node | undefined): string[] {
  const names = schemaParts(reader, schema).flatMap((part) =>
    reader.entries(reader.get(part, "properties")).map(([name]) => name),
  );
  return [...new Set(names)];
}

/** Names of the properties that must be present. */
export function requiredNames(reader: Reader, schema: Node | undefined): string[] {
  const names = schemaParts(reader, schema).flatMap((part) => reader.get(part, "required")?.value ?? []);
  return [...new Set(names.filter((name) => typeof name === "string"))];
}

/** The `const` of a property, the most specific one. */
export function constOf(reader: Reader, schema: Node | undefined, name: string): Node | undefined {
  const properties = propertySchemas(reader, schema, name);
  return properties.flatMap((property) => reader.get(property, "const") ?? []).at(-1);
}

/** The alternatives of a schema: the members of its `oneOf` or `anyOf`, wherever `allOf` hides them; itself if there are none. */
export function alternatives(reader: Reader, schema: Node | undefined): Node[] {
  const lists = schemaParts(reader, schema).flatMap((part) =>
    ["oneOf", "anyOf"].flatMap((keyword) =>
      reader.entries(reader.get(part, keyword)).map(([, node]) => node),
    ),
  );
  const own = reader.get(schema);
  return lists.length > 0 || own === undefined ? lists : [own];
}
