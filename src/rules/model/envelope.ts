import { FIELD } from "./conventions.ts";
import { isObject, keysOf, member } from "./json.ts";
import type { Operations } from "./operations.ts";
import type { SchemaReader } from "./schema.ts";
import { idOf, type Node, nameOf, type Tree } from "./tree.ts";

/** The one shape in which a document returns errors. */
export interface Envelope {
  /** Its definition. */
  node: Node;
  name: string;
  /** Properties that it requires, those of the error object apart. */
  required: string[];
  errorRequired: string[];
  /** Properties with a constant value, such as `success: false`. */
  constants: Map<string, unknown>;
}

/**
 * Finds the envelope: the schema with an `error` object that has a `code`, which most error bodies contain; before any
 * body does, one of the components. Undefined when the document has no such thing: it follows another convention.
 */
export function findEnvelope(
  tree: Tree,
  schemas: SchemaReader,
  { responses }: Operations,
): Envelope | undefined {
  const counted = new Map<string, { node: Node; count: number }>();
  const known = new Map<string, boolean>();
  const count = (parts: readonly Node[]): void => {
    const ids = new Set<string>();
    for (const part of parts) {
      const id = idOf(part);
      if (!known.has(id)) known.set(id, isEnvelope(tree, schemas, part));
      if (ids.has(id) || !known.get(id)) continue;
      ids.add(id);
      const entry = counted.get(id) ?? { node: part, count: 0 };
      entry.count += 1;
      counted.set(id, entry);
    }
  };
  for (const { media } of responses) {
    for (const { branches } of media) count(branches.flatMap(({ parts }) => parts));
  }
  if (counted.size === 0) {
    const components = tree.children(tree.get(tree.root, "components", "schemas"));
    for (const schema of components) count(schemas.parts(schema));
  }
  const best = [...counted.values()].sort((a, b) => b.count - a.count || width(b.node) - width(a.node))[0];
  return best && readEnvelope(tree, schemas, best.node);
}

function isEnvelope(tree: Tree, schemas: SchemaReader, part: Node): boolean {
  const error = tree.get(part, "properties", FIELD.error);
  if (error === undefined) return false;
  const branches = schemas.branches(error);
  return branches.length > 0 && branches.every(({ parts }) => hasWord(schemas, parts));
}

/** Whether an error object has a code that may be a word; a number, such as the status, is another convention. */
function hasWord(schemas: SchemaReader, parts: readonly Node[]): boolean {
  const codes = schemas.property(parts, FIELD.code);
  return (
    codes.length > 0 &&
    codes
      .flatMap((code) => schemas.parts(code))
      .every((part) => {
        const type = member(part.value, "type");
        return (type !== "integer" && type !== "number") || (schemas.constants(part)?.length ?? 0) > 0;
      })
  );
}

/** A part that only narrows `error` has fewer properties than the envelope that it narrows. */
function width(node: Node): number {
  return keysOf(member(node.value, "properties")).length;
}

function readEnvelope(tree: Tree, schemas: SchemaReader, node: Node): Envelope {
  const parts = schemas.parts(node);
  const error = schemas.property(parts, FIELD.error).flatMap((property) => schemas.parts(property));
  const constants = new Map<string, unknown>();
  for (const part of parts) {
    for (const property of tree.children(tree.get(part, "properties"))) {
      const schema = tree.follow(property)?.value;
      if (isObject(schema) && Object.hasOwn(schema, "const")) constants.set(nameOf(property), schema.const);
    }
  }
  return {
    node,
    name: nameOf(node),
    required: [...schemas.required(parts)],
    errorRequired: [...schemas.required(error)],
    constants,
  };
}
