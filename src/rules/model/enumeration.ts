import { FIELD } from "./conventions.ts";
import type { Envelope } from "./envelope.ts";
import { member } from "./json.ts";
import { errorObjects, type Operations } from "./operations.ts";
import type { SchemaReader } from "./schema.ts";
import { idOf, type Node, nameOf, type Tree } from "./tree.ts";

/** The enumeration of all codes, or of all types. */
export interface Enumeration {
  node: Node;
  /** In its order; what is no string is left out. */
  entries: { value: string; at: Node }[];
  values: ReadonlySet<string>;
}

/**
 * Finds the enumeration that lists every value of a field of the error object: the component of that name, else the
 * one that the envelope's field reaches, else the one that most alternatives of the error bodies reach.
 */
export function findEnumeration(
  tree: Tree,
  schemas: SchemaReader,
  { responses }: Operations,
  wanted: { field: string; name: string; envelope: Envelope },
): Enumeration | undefined {
  const enums = (parts: readonly Node[], least: number): Node[] =>
    schemas
      .property(parts, wanted.field)
      .flatMap((property) => schemas.parts(property))
      .filter((part) => (schemas.constants(part)?.length ?? 0) >= least && isEnum(part));

  const named = tree.get(tree.root, "components", "schemas", wanted.name);
  if (named && isEnum(named) && schemas.constants(named)?.length) return read(tree, named);
  const errors = schemas.property(schemas.parts(wanted.envelope.node), FIELD.error);
  const base = enums(
    errors.flatMap((error) => schemas.parts(error)),
    1,
  );
  const inEnvelope = base.find((node) => nameOf(node) === wanted.name) ?? base[0];
  if (inEnvelope) return read(tree, inEnvelope);

  const counted = new Map<string, { node: Node; count: number }>();
  const objects = responses
    .flatMap(({ media }) => media.flatMap(({ branches }) => branches))
    .flatMap((branch) => errorObjects(schemas, branch));
  for (const { parts } of objects.flatMap((object) => schemas.branches(object))) {
    for (const node of enums(parts, 2)) {
      const entry = counted.get(idOf(node)) ?? { node, count: 0 };
      entry.count += 1;
      counted.set(idOf(node), entry);
    }
  }
  const most = [...counted.values()].sort((a, b) => b.count - a.count)[0];
  return most && read(tree, most.node);
}

function read(tree: Tree, node: Node): Enumeration {
  const values = tree.get(node, "enum");
  const entries = tree
    .children(values)
    .flatMap((at) => (typeof at.value === "string" ? [{ value: at.value, at }] : []));
  return { node, entries, values: new Set(entries.map(({ value }) => value)) };
}

/** Whether a part enumerates its values, as opposed to having one. */
function isEnum(part: Node): boolean {
  return Array.isArray(member(part.value, "enum"));
}
