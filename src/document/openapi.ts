import type { Node, Reader } from "./node.ts";

/** What OpenAPI itself fixes, for every reader of a document. */

/** The operations that a path may have (OpenAPI 3.1, 4.8.9.1), in the order in which messages list them. */
export const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace"] as const;
export type Method = (typeof METHODS)[number];

/** Whether a media type carries JSON: `application/json`, or the suffix of a structured type (RFC 6839, section 3.1). */
export function isJsonType(type: string): boolean {
  return /^\s*[\w.+-]+\/([\w.-]+\+)?json\s*(;|$)/i.test(type);
}

/** Who may call an operation: `optional` when credentials are read but not needed. */
export type Security = "required" | "optional" | "none";

/** An operation's own `security` replaces the document's (OpenAPI 3.1, 4.8.10); an empty requirement makes it optional. */
export function securityOf(reader: Reader, root: Node, operation: Node): Security {
  const list = (reader.get(operation, "security") ?? reader.get(root, "security"))?.value;
  if (!Array.isArray(list) || list.length === 0) return "none";
  const isEmpty = (item: unknown): boolean =>
    typeof item !== "object" || item === null || Object.keys(item).length === 0;
  if (list.every(isEmpty)) return "none";
  return list.some(isEmpty) ? "optional" : "required";
}
