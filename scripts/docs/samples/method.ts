import type { Method, OperationFact } from "../../../src/contract/index.ts";

// What a method of the client is called, by verb, on a collection and on one resource.
const COLLECTION: Partial<Record<Method, string>> = { get: "list", post: "create" };
const ITEM: Partial<Record<Method, string>> = { get: "get", patch: "update", delete: "delete" };

/**
 * The client's method for an operation, such as `tickets.messages.list`: the static segments of the path behind the
 * parameters that all operations share, and a word for the verb.
 */
export function methodName(
  { path, method }: Pick<OperationFact, "path" | "method">,
  common: string[],
): string {
  const segments = path.split("/").filter(Boolean);
  const start = segments.findLastIndex((segment) => common.includes(segment.slice(1, -1))) + 1;
  const own = segments.slice(start);
  const isItem = own.at(-1)?.startsWith("{") ?? false;
  const verb = (isItem ? ITEM : COLLECTION)[method] ?? method;
  return [...own.filter((segment) => !segment.startsWith("{")), verb].join(".");
}
