import { listed, schemaParts } from "./composition.ts";
import { type Node, nodeId, type Reader } from "./node.ts";

/** One way in which a value may satisfy a schema: every part applies at once. */
export interface Branch {
  /** The entry of the `oneOf` or `anyOf`, as it stands; the schema itself where there is none. */
  at: Node;
  /** The most general first. */
  parts: readonly Node[];
}

/** Choices that lead to each other multiply without end; no honest response has so many alternatives. */
const MAX_BRANCHES = 5000;

/** The alternatives of a schema, those of nested choices included. */
export function branchesOf(reader: Reader, schema: Node): Branch[] {
  return branch(reader, schema, new Set(), { left: MAX_BRANCHES });
}

function branch(
  reader: Reader,
  schema: Node,
  above: ReadonlySet<string>,
  budget: { left: number },
): Branch[] {
  const id = nodeId(schema);
  if (above.has(id) || budget.left <= 0) return [];
  budget.left -= 1;
  const parts = schemaParts(reader, schema);
  const choices = parts.flatMap((part) => ["oneOf", "anyOf"].flatMap((key) => listed(reader, part, key)));
  if (choices.length === 0) return [{ at: schema, parts }];
  const below = new Set(above).add(id);
  return choices.flatMap((choice) =>
    branch(reader, choice, below, budget).map(({ at, parts: rest }) => ({ at, parts: [...parts, ...rest] })),
  );
}
