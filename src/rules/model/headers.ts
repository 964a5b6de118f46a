import { member } from "./json.ts";
import type { ErrorResponse } from "./operations.ts";
import type { Node, Tree } from "./tree.ts";

/** A header of a response by its name, which has no case (RFC 9110, section 5.1), its `$ref` unfollowed. */
export function headerOf(tree: Tree, response: ErrorResponse, name: string): Node | undefined {
  return tree
    .children(tree.get(response.node, "headers"))
    .find((header) => String(header.path.at(-1)).toLowerCase() === name.toLowerCase());
}

/** Whether a header is always sent. */
export function isRequired(tree: Tree, header: Node): boolean {
  return member(tree.follow(header)?.value, "required") === true;
}
