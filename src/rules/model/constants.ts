import { memberOf, type Node } from "../../document/node.ts";
import { stringsOf } from "./json.ts";

// A registry of many codes is part of the schema of each of them, and is to be read once.
const known = new WeakMap<Node, { constants: readonly string[] | undefined }>();

/** The strings that a part allows by `const` or `enum`; undefined when it does not say. */
export function constantsOf(part: Node): readonly string[] | undefined {
  let entry = known.get(part);
  if (entry === undefined) {
    entry = { constants: readConstants(part.value) };
    known.set(part, entry);
  }
  return entry.constants;
}

/** The one string that a part allows; undefined when there are several, or it does not say. */
export function constantOf(part: Node): string | undefined {
  const constants = constantsOf(part);
  return constants?.length === 1 ? constants[0] : undefined;
}

function readConstants(schema: unknown): readonly string[] | undefined {
  const constant = memberOf(schema, "const");
  if (typeof constant === "string") return [constant];
  const values = memberOf(schema, "enum");
  return Array.isArray(values) ? stringsOf(values) : undefined;
}
