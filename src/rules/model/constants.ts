import { memberOf, type Node } from "../../document/node.ts";
import { stringsOf } from "./json.ts";

// A registry of many codes is part of the schema of each of them, and is to be read once.
const known = new WeakMap<Node, readonly string[] | undefined>();

/** The strings that a part allows by `const` or `enum`; undefined when it does not say. */
export function constantsOf(part: Node): readonly string[] | undefined {
  const constants = known.get(part) ?? readConstants(part.value);
  known.set(part, constants);
  return constants;
}

function readConstants(schema: unknown): readonly string[] | undefined {
  const constant = memberOf(schema, "const");
  if (typeof constant === "string") return [constant];
  const values = memberOf(schema, "enum");
  return Array.isArray(values) ? stringsOf(values) : undefined;
}
