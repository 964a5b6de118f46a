import type { Node } from "../../document/node.ts";
import type { CodeDefinition } from "./codes.ts";
import { FIELD } from "./conventions.ts";

/** Where a definition names its code; its schema where several enums together leave only that code over. */
export function placeOfCode({ constant, node }: CodeDefinition): Node {
  return constant(FIELD.code)?.at ?? node;
}
