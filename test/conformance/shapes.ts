import { createSchemaCollector } from "../../scripts/emit/conformance-schema.ts";
import { sourceOf } from "../../src/conformance/bytes/json.ts";
import { readerOf } from "../../src/conformance/bytes/read-shape.ts";
import { createShapes, type Shape } from "../../src/conformance/shape.ts";

/** The schema as the check has it. */
export function shapeOf(schema: unknown): Shape {
  const collector = createSchemaCollector({ openapi: "3.1.0", components: { schemas: { X: schema } } });
  return createShapes(collector.schemas)(collector.refer("/components/schemas/X"));
}

/** Whether the bytes of a value alone show that it is valid, and has nothing that the schema does not name. */
export function isReadClean(shape: Shape, json: string): boolean {
  const bytes = new TextEncoder().encode(json);
  return readerOf(shape)(sourceOf(bytes), 0) === bytes.length;
}
