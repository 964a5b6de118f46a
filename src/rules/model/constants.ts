import { memberOf, type Node } from "../../document/node.ts";
import { isObject, stringsOf } from "./json.ts";

// A registry of many codes is part of the schema of each of them, and is to be read once.
const known = new WeakMap<object, readonly string[] | undefined>();

/** The strings that a part allows by `const` or `enum`; undefined when it does not say. */
export function constantsOf({ value }: Node): readonly string[] | undefined {
  if (!isObject(value)) return undefined;
  if (!known.has(value)) known.set(value, readConstants(value));
  return known.get(value);
}

function readConstants(schema: object): readonly string[] | undefined {
  const constant = memberOf(schema, "const");
  if (typeof constant === "string") return [constant];
  const values = memberOf(schema, "enum");
  return Array.isArray(values) ? stringsOf(values) : undefined;
}
