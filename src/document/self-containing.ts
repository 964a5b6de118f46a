import type { Finding } from "../report/finding.ts";
import { listed } from "./composition.ts";
import { type Node, nodeId, type Reader } from "./node.ts";
import { type Reference, referenceFinding } from "./open.ts";
import { fromPointer } from "./pointer.ts";

/** The rule of these findings: what they speak of can be read all the same. */
export const SELF_CONTAINING = "schema-circular";

/** Longer chains of references than this are followed no further; no honest schema has them. */
const MAX_DEPTH = 2000;

/**
 * Finds the schemas that contain themselves by `$ref` and `allOf` alone: no step of such a circle goes into a property or an
 * item, so checking a value against it has no end (JSON Schema 2020-12, 9.4.1). Each circle is one finding, on the reference
 * that closes it. A base with a `oneOf` of those that extend it is left alone: generators read that as a hierarchy.
 */
export function selfContaining(references: readonly Reference[], reader: Reader): Finding[] {
  const holders = references.flatMap((reference): [Node, Reference][] => {
    const node = holderOf(reference, reader);
    return node && reader.follow(node) !== undefined ? [[node, reference]] : []; // a circle of `$ref`s alone is told already
  });
  const byHolder = new Map(holders.map(([node, reference]) => [nodeId(node), reference]));
  const done = new Set<string>();
  const findings: Finding[] = [];
  const walk = (node: Node, path: Set<string>, last: Reference | undefined): void => {
    const id = nodeId(node);
    if (path.has(id) && last) findings.push(tell(last));
    if (path.has(id) || done.has(id) || path.size > MAX_DEPTH) return;
    path.add(id);
    const reference = byHolder.get(id);
    const target = reference && reader.target(node);
    if (target) walk(target, path, reference);
    for (const member of listed(reader, node, "allOf")) walk(member, path, last);
    path.delete(id);
    done.add(id);
  };
  for (const [node] of holders) walk(node, new Set(), undefined);
  return findings;
}

function tell(reference: Reference): Finding {
  const message = `The $ref ${JSON.stringify(reference.ref)} makes a schema contain itself, with no property or item in between, so that no value can be checked. Take it out, or put it into a property.`;
  return referenceFinding(SELF_CONTAINING, reference, message);
}

/** The object that holds the `$ref`. */
function holderOf({ source, pointer }: Reference, reader: Reader): Node | undefined {
  const root: Node = { value: source.data, location: { file: source.file, pointer: "" } };
  const keys = fromPointer(pointer).slice(0, -1);
  return keys.reduce<Node | undefined>((node, key) => node && reader.child(node, key), root);
}
