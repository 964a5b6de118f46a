import type { Node } from "../../document/node.ts";
import type { Reading } from "./reading.ts";

/** A schema and, flattened, all that it is composed of by `allOf`; each part once, also where they run in a circle. */
export function parts(reading: Reading, schema: Node | undefined, seen = new Set<string>()): Node[] {
  const own = reading.get(schema);
  if (own === undefined || seen.has(keyOf(own))) return [];
  seen.add(keyOf(own));
  const inner = reading.entries(reading.get(own, "allOf")).flatMap(([, part]) => parts(reading, part, seen));
  return [...inner, own]; // what is written in the schema itself counts last, as the most specific
}

/** Tells nodes apart: by their place, and by the `$ref`s whose own keys they carry. */
export function keyOf({ place, reference }: Node): string {
  return JSON.stringify([place.file, place.pointer, reference ? keyOf(reference) : ""]);
}

/** The schemas that are given for a property, the most general first. */
export function propertySchemas(reading: Reading, schema: Node | undefined, name: string): Node[] {
  return parts(reading, schema).flatMap((part) => reading.get(part, "properties", name) ?? []);
}

/** Names of all properties, in the order in which they are first met. */
export function propertyNames(reading: Reading, schema: Node | undefined): string[] {
  const names = parts(reading, schema).flatMap((part) =>
    reading.entries(reading.get(part, "properties")).map(([name]) => name),
  );
  return [...new Set(names)];
}

/** Names of the properties that must be present. */
export function requiredNames(reading: Reading, schema: Node | undefined): string[] {
  const names = parts(reading, schema).flatMap((part) => reading.get(part, "required")?.value ?? []);
  return [...new Set(names.filter((name) => typeof name === "string"))];
}

/** The `const` of a property, the most specific one. */
export function constOf(reading: Reading, schema: Node | undefined, name: string): Node | undefined {
  const properties = propertySchemas(reading, schema, name);
  return properties.flatMap((property) => reading.get(property, "const") ?? []).at(-1);
}

/** The alternatives of a schema: the members of its `oneOf` or `anyOf`, wherever `allOf` hides them; itself if there are none. */
export function alternatives(reading: Reading, schema: Node | undefined): Node[] {
  const lists = parts(reading, schema).flatMap((part) =>
    ["oneOf", "anyOf"].flatMap((keyword) =>
      reading.entries(reading.get(part, keyword)).map(([, node]) => node),
    ),
  );
  const own = reading.get(schema);
  return lists.length > 0 || own === undefined ? lists : [own];
}
