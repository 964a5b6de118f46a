import { branchesOf } from "../../document/branches.ts";
import { propertiesIn, requiredIn, schemaParts } from "../../document/composition.ts";
import { locationId, memberOf, type Node, nameOf } from "../../document/node.ts";
import type { ParsedDocument } from "../../document/parsed.ts";
import { isWord } from "./convention.ts";
import { FIELD } from "./conventions.ts";
import { isObject, keysOf } from "./json.ts";
import type { Operations } from "./operations.ts";

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

/** What an envelope is called that has no name. */
const UNNAMED = "the envelope of the other errors";

/** Finds the envelope: the schema with an `error` object that has a `code`, which most error bodies contain. */
export function findEnvelope(document: ParsedDocument, { responses }: Operations): Envelope | undefined {
  const counted = new Map<string, { node: Node; count: number }>();
  const known = new Map<string, boolean>();
  const count = (parts: readonly Node[]): void => {
    const ids = new Set<string>();
    for (const part of parts) {
      const id = locationId(part);
      if (!known.has(id)) known.set(id, isEnvelope(document, part));
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
  const [best, next] = [...counted.values()].sort(
    (a, b) => b.count - a.count || width(b.node) - width(a.node),
  );
  if (best === undefined) return undefined;
  const isOneOfMany =
    next !== undefined && next.count === best.count && width(next.node) === width(best.node);
  const envelope = readEnvelope(document, best.node);
  return isOneOfMany ? { ...envelope, name: UNNAMED } : envelope; // the name of one would be wrong for the others
}

/** The name of a schema; `otherwise` for one that is written in place, whose last key names nothing. */
export function schemaName(node: Node, otherwise: string): string {
  const name = nameOf(node);
  return /^(schema|items|code|type|\d+)$/.test(name) ? otherwise : name;
}

function isEnvelope({ reader }: ParsedDocument, part: Node): boolean {
  const error = reader.get(part, "properties", FIELD.error);
  if (error === undefined) return false;
  const branches = branchesOf(reader, error);
  return branches.length > 0 && branches.every(({ parts }) => isWord(reader, parts, FIELD.code));
}

/** A part that only narrows `error` has fewer properties than the envelope that it narrows. */
function width(node: Node): number {
  return keysOf(memberOf(node.value, "properties")).length;
}

function readEnvelope({ reader }: ParsedDocument, node: Node): Envelope {
  const parts = schemaParts(reader, node);
  const error = propertiesIn(reader, parts, FIELD.error).flatMap((property) => schemaParts(reader, property));
  const constants = new Map<string, unknown>();
  for (const part of parts) {
    for (const property of reader.children(reader.get(part, "properties"))) {
      const schema = reader.follow(property)?.value;
      if (isObject(schema) && Object.hasOwn(schema, "const")) constants.set(nameOf(property), schema.const);
    }
  }
  return {
    node,
    name: schemaName(node, UNNAMED),
    required: [...requiredIn(parts)],
    errorRequired: [...requiredIn(error)],
    constants,
  };
}
