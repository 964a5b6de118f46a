import { listed } from "../../document/composition.ts";
import type { Node, Reader } from "../../document/node.ts";

/**
 * The parts that are written in one piece with a schema, the schema first: itself and its `allOf` members, without what
 * their `$ref`s lead to. Facts of a code stand there, and not in what all codes share.
 */
export function writtenParts(reader: Reader, schema: Node | undefined): Node[] {
  const definition = reader.get(schema);
  const inline = (node: Node): Node[] => [node, ...listed(reader, node, "allOf").flatMap(inline)];
  return definition ? inline(definition) : [];
}
