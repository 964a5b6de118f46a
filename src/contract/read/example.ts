import { propertyNames, propertySchemas, schemaParts } from "../../document/composition.ts";
import { type Node, nodeId } from "../../document/node.ts";
import type { FactReader } from "./fact-reader.ts";

/**
 * Composes an example from what schemas of one value say: their `const`, else their first example, their default or the
 * first word of their `enum`, else the examples of their properties. Undefined where they give no example, and for a schema inside itself.
 */
export function exampleOf(reader: FactReader, schemas: Node[], outer: readonly string[] = []): unknown {
  const levels = schemas.flatMap((schema) => schemaParts(reader, schema)).reverse();
  for (const keys of [["const"], ["examples", 0], ["example"], ["default"], ["enum", 0]]) {
    for (const level of levels) {
      const value = reader.get(level, ...keys)?.value;
      if (value !== undefined) return value;
    }
  }
  const own = schemas.map((schema) => nodeId(reader.get(schema) ?? schema));
  if (own.some((key) => outer.includes(key))) return undefined;
  const names = new Set(schemas.flatMap((schema) => propertyNames(reader, schema)));
  const members = [...names].flatMap((name) => {
    const properties = schemas.flatMap((schema) => propertySchemas(reader, schema, name));
    const value = exampleOf(reader, properties, [...outer, ...own]);
    return value === undefined ? [] : [[name, value] as const];
  });
  return members.length > 0 ? Object.fromEntries(members) : undefined;
}

/** The first example that a parameter or media type gives of its value; else one composed of its schema. */
export function exampleOfHolder(reader: FactReader, holder: Node | undefined): unknown {
  const named = reader.entries(reader.get(holder, "examples"))[0]?.[1];
  const own = reader.get(holder, "example") ?? reader.get(named, "value");
  const schema = reader.get(holder, "schema");
  return own ? own.value : schema && exampleOf(reader, [schema]);
}
