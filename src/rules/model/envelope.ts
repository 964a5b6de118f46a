import { branchesOf } from "../../document/branches.ts";
import { propertiesIn, requiredIn, schemaParts } from "../../document/composition.ts";
import { childKeys, locationId, type Node, nameOf, type Reader } from "../../document/node.ts";
import { isWord } from "./convention.ts";
import { FIELD } from "./conventions.ts";
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
export function findEnvelope(reader: Reader, { responses }: Operations): Envelope | undefined {
  const known = new Map<string, Candidate>();
  for (const { branches } of responses.flatMap(({ media }) => media)) {
    const parts = branches.flatMap((branch) => branch.parts);
    for (const [id, part] of new Map(parts.map((part) => [locationId(part), part]))) {
      const candidate = known.get(id) ?? readCandidate(reader, part);
      candidate.count += 1;
      known.set(id, candidate);
    }
  }
  const [best, ...others] = [...known.values()]
    .filter(({ isEnvelope }) => isEnvelope)
    .sort((a, b) => b.count - a.count || b.width - a.width);
  if (best === undefined) return undefined;
  const isOneOfMany = others.some(({ count, width }) => count === best.count && width === best.width);
  const envelope = readEnvelope(reader, best.node);
  return isOneOfMany ? { ...envelope, name: UNNAMED } : envelope; // the name of one would be wrong for the others
}

/** A part of error bodies, and how many of them contain it. */
interface Candidate {
  node: Node;
  count: number;
  isEnvelope: boolean;
  /** How many properties it has: a part that only narrows `error` has fewer than the envelope that it narrows. */
  width: number;
}

function readCandidate(reader: Reader, node: Node): Candidate {
  const width = childKeys(reader.child(node, "properties")).length;
  return { node, count: 0, isEnvelope: isEnvelope(reader, node), width };
}

/** The name of a schema; `otherwise` for one that is written in place, whose last key names nothing. */
export function schemaName(node: Node, otherwise: string): string {
  const name = nameOf(node);
  return /^(schema|items|code|type|\d+)$/.test(name) ? otherwise : name;
}

function isEnvelope(reader: Reader, part: Node): boolean {
  const error = reader.get(part, "properties", FIELD.error);
  if (error === undefined) return false;
  const branches = branchesOf(reader, error);
  return branches.length > 0 && branches.every(({ parts }) => isWord(reader, parts, FIELD.code));
}

function readEnvelope(reader: Reader, node: Node): Envelope {
  const parts = schemaParts(reader, node);
  const error = propertiesIn(reader, parts, FIELD.error).flatMap((property) => schemaParts(reader, property));
  const constants = new Map<string, unknown>();
  for (const [name, schema] of parts.flatMap((part) => reader.entries(reader.get(part, "properties")))) {
    const constant = reader.child(schema, "const");
    if (constant) constants.set(name, constant.value);
  }
  return {
    node,
    name: schemaName(node, UNNAMED),
    required: [...requiredIn(parts)],
    errorRequired: [...requiredIn(error)],
    constants,
  };
}
