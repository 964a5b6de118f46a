import { branchesOf } from "../../document/branches.ts";
import { propertiesIn, schemaParts } from "../../document/composition.ts";
import { locationId, memberOf, type Node, nameOf, type Reader } from "../../document/node.ts";
import type { ParsedDocument } from "../../document/parsed.ts";
import { FIELD } from "./conventions.ts";
import { type Envelope, schemaName } from "./envelope.ts";
import { stringsOf } from "./json.ts";
import { errorObjects, type Operations } from "./operations.ts";

/** The enumeration of all codes, or of all types. */
export interface Enumeration {
  node: Node;
  /** What its author calls it, or where it stands. */
  name: string;
  /** In its order; what is no string is left out. */
  entries: { value: string; at: Node }[];
  values: ReadonlySet<string>;
}

/**
 * Finds the enumeration that lists every value of a field of the error object: the component of that name, else the
 * one that the envelope's field reaches, else the one that most alternatives of the error bodies reach.
 */
export function findEnumeration(
  { reader, root }: ParsedDocument,
  { responses }: Operations,
  wanted: { field: string; name: string; envelope: Envelope },
): Enumeration | undefined {
  const enums = (parts: readonly Node[], least: number): Node[] =>
    propertiesIn(reader, parts, wanted.field)
      .flatMap((property) => schemaParts(reader, property))
      .filter((part) => sizeOf(part) >= least);

  const named = reader.get(root, "components", "schemas", wanted.name);
  if (named && sizeOf(named) > 0) return read(reader, named, wanted.field);
  const errors = propertiesIn(reader, schemaParts(reader, wanted.envelope.node), FIELD.error);
  const base = enums(
    errors.flatMap((error) => schemaParts(reader, error)),
    1,
  );
  const inEnvelope = base.find((node) => nameOf(node) === wanted.name) ?? base[0];
  if (inEnvelope) return read(reader, inEnvelope, wanted.field);

  const counted = new Map<string, { node: Node; count: number }>();
  const objects = responses
    .flatMap(({ media }) => media.flatMap(({ branches }) => branches))
    .flatMap((branch) => errorObjects(reader, branch));
  for (const { parts } of objects.flatMap((object) => branchesOf(reader, object))) {
    for (const node of enums(parts, 2)) {
      const entry = counted.get(locationId(node)) ?? { node, count: 0 };
      entry.count += 1;
      counted.set(locationId(node), entry);
    }
  }
  const [most] = [...counted.values()].sort((a, b) => b.count - a.count);
  return most && read(reader, most.node, wanted.field);
}

function read(reader: Reader, node: Node, field: string): Enumeration {
  const values = reader.get(node, "enum");
  const entries = reader
    .children(values)
    .flatMap((at) => (typeof at.value === "string" ? [{ value: at.value, at }] : []));
  return {
    node,
    name: schemaName(node, `\`${field}.enum\``),
    entries,
    values: new Set(entries.map(({ value }) => value)),
  };
}

/** How many values a part enumerates; none where it has one by `const`. */
function sizeOf(part: Node): number {
  return stringsOf(memberOf(part.value, "enum")).length;
}
