import type { Node, Reader } from "../../document/node.ts";
import { FIELD } from "./conventions.ts";
import type { Media } from "./operations.ts";
import { writtenParts } from "./written-parts.ts";

/** An example of an error body. */
export interface Example {
  /** Its key under `examples`. */
  name: string | undefined;
  /** The body. */
  value: Node;
  /** `error.code`, if it is a string. */
  code: string | undefined;
}

/** The examples of one media type: `example`, `examples` and those of its schema; without those in external files. */
export function readExamples(reader: Reader, media: Media): Example[] {
  const found: Example[] = [];
  const add = (value: Node | undefined, name?: string): void => {
    if (value === undefined) return;
    const code = reader.get(value, FIELD.error, FIELD.code)?.value;
    found.push({ name, value, code: typeof code === "string" ? code : undefined });
  };
  add(reader.child(media.node, "example"));
  for (const [name, example] of reader.entries(reader.get(media.node, "examples"))) {
    add(reader.child(example, "value"), name);
  }
  for (const value of schemaExamples(reader, media.schema)) add(value);
  return found;
}

/** The examples that a schema itself gives: `example` and the list `examples`. */
export function schemaExamples(reader: Reader, schema: Node | undefined): Node[] {
  return writtenParts(reader, schema).flatMap((part) => {
    const one = reader.child(part, "example");
    const many = reader.child(part, "examples");
    return [...(one ? [one] : []), ...(Array.isArray(many?.value) ? reader.children(many) : [])];
  });
}
