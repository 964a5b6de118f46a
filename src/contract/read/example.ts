import type { Node } from "../../document/node.ts";
import { keyOf, parts, propertyNames, propertySchemas } from "./composition.ts";
import type { Reading } from "./reading.ts";

/**
 * Composes an example from what schemas of one value say: their `const`, else their first example, their default or the
 * first word of their `enum`, else the examples of their properties. Undefined where they give no example, and for a schema inside itself.
 */
export function exampleOf(reading: Reading, schemas: Node[], outer: readonly string[] = []): unknown {
  const levels = schemas.flatMap((schema) => parts(reading, schema)).reverse();
  for (const keys of [["const"], ["examples", 0], ["example"], ["default"], ["enum", 0]]) {
    for (const level of levels) {
      const value = reading.get(level, ...keys)?.value;
      if (value !== undefined) return value;
    }
  }
  const own = schemas.map((schema) => keyOf(reading.get(schema) ?? schema));
  if (own.some((key) => outer.includes(key))) return undefined;
  const names = new Set(schemas.flatMap((schema) => propertyNames(reading, schema)));
  const members = [...names].flatMap((name) => {
    const properties = schemas.flatMap((schema) => propertySchemas(reading, schema, name));
    const value = exampleOf(reading, properties, [...outer, ...own]);
    return value === undefined ? [] : [[name, value] as const];
  });
  return members.length > 0 ? Object.fromEntries(members) : undefined;
}

/** The first example that a parameter or media type gives of its value; else one composed of its schema. */
export function exampleOfHolder(reading: Reading, holder: Node | undefined): unknown {
  const named = reading.entries(reading.get(holder, "examples"))[0]?.[1];
  const own = reading.get(holder, "example") ?? reading.get(named, "value");
  const schema = reading.get(holder, "schema");
  return own ? own.value : schema && exampleOf(reading, [schema]);
}
