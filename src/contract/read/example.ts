import type { Node } from "../node.ts";
import { parts, propertyNames, propertySchemas } from "./composition.ts";
import type { Reading } from "./reading.ts";

/**
 * Composes an example from what a schema says: its `const`, else its first example, else the examples of its
 * properties. Undefined where the schema gives no example of itself.
 */
export function exampleOf(reading: Reading, schemas: Node[]): unknown {
  const levels = schemas.flatMap((schema) => parts(reading, schema)).reverse();
  for (const keys of [["const"], ["examples", 0], ["example"]]) {
    for (const level of levels) {
      const value = reading.get(level, ...keys)?.value;
      if (value !== undefined) return value;
    }
  }
  const members = [...new Set(schemas.flatMap((schema) => propertyNames(reading, schema)))].flatMap(
    (name) => {
      const value = exampleOf(
        reading,
        schemas.flatMap((schema) => propertySchemas(reading, schema, name)),
      );
      return value === undefined ? [] : [[name, value] as const];
    },
  );
  return members.length > 0 ? Object.fromEntries(members) : undefined;
}

/** The first example that a parameter or media type gives of its value; else one composed of its schema. */
export function exampleOfHolder(reading: Reading, holder: Node | undefined): unknown {
  const named = reading.entries(reading.get(holder, "examples"))[0]?.[1];
  const own = reading.get(holder, "example") ?? reading.get(named, "value");
  const schema = reading.get(holder, "schema");
  return own ? own.value : schema && exampleOf(reading, [schema]);
}
