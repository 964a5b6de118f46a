import { keyOf, memberOf, type Node, type Reader } from "../../document/node.ts";
import type { ErrorResponse } from "./operations.ts";

/** A header of a response by its name, which has no case (RFC 9110, section 5.1), its `$ref` unfollowed. */
export function headerOf(reader: Reader, response: ErrorResponse, name: string): Node | undefined {
  return reader
    .children(reader.get(response.node, "headers"))
    .find((header) => keyOf(header).toLowerCase() === name.toLowerCase());
}

/** Whether a header is always sent. */
export function isRequired(reader: Reader, header: Node): boolean {
  return memberOf(reader.follow(header)?.value, "required") === true;
}
