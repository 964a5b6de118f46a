import { listed } from "../../document/composition.ts";
import { type Node, type Reader, refOf } from "../../document/node.ts";
import { isObject } from "./json.ts";

const MAX_DEPTH = 20;

/**
 * The parts that are written in one piece with a schema, the schema first: itself and its `allOf` members that are no
 * `$ref`. Facts of a code stand there, and not in what all codes share.
 */
export function writtenParts(reader: Reader, schema: Node): Node[] {
  const definition = reader.follow(schema);
  if (definition === undefined || !isObject(definition.value)) return [];
  const inline = (node: Node, depth: number): Node[] => [
    node,
    ...listed(reader, node, "allOf")
      .filter((entry) => isObject(entry.value) && refOf(entry.value) === undefined && depth < MAX_DEPTH)
      .flatMap((entry) => inline(entry, depth + 1)),
  ];
  return inline(definition, 0);
}
