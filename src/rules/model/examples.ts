import { FIELD } from "./conventions.ts";
import { isObject } from "./json.ts";
import type { Media } from "./operations.ts";
import type { SchemaReader } from "./schema.ts";
import { type Node, refOf, type Tree } from "./tree.ts";

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
export function readExamples(tree: Tree, schemas: SchemaReader, media: Media): Example[] {
  const found: Example[] = [];
  const add = (value: Node | undefined, name?: string): void => {
    if (value === undefined) return;
    const code = tree.get(value, FIELD.error, FIELD.code)?.value;
    found.push({ name, value, code: typeof code === "string" ? code : undefined });
  };
  add(tree.child(media.node, "example"));
  for (const entry of tree.children(tree.get(media.node, "examples"))) {
    const example = tree.follow(entry);
    if (example && isObject(example.value)) add(tree.child(example, "value"), String(entry.path.at(-1)));
  }
  for (const value of media.schema ? schemaExamples(tree, schemas, media.schema) : []) add(value);
  return found;
}

/** The examples that a schema itself gives: `example` and the list `examples`. */
export function schemaExamples(tree: Tree, schemas: SchemaReader, schema: Node): Node[] {
  const own = schemas.ownParts(schema);
  const places = refOf(schema.value) === undefined ? own : [schema, ...own];
  return places.flatMap((part) => {
    const one = tree.child(part, "example");
    const many = tree.child(part, "examples");
    return [...(one ? [one] : []), ...(Array.isArray(many?.value) ? tree.children(many) : [])];
  });
}
