import { entryOf } from "../errors/index.ts";
import type { Mask } from "./mask.ts";
import { isObject } from "./read-answer.ts";

const classes: Record<string, ErrorConstructor> = { TypeError, SyntaxError, RangeError };
const deepest = 4;

/**
 * A copy of what was thrown that keeps name, message (masked), `code` and `cause`, and nothing else: errors of fetch
 * and of the caller's functions may carry addresses, requests and headers in properties that nobody knows. Anybody may
 * throw anything: a string counts as a message.
 */
export function copyCause(thrown: unknown, mask: Mask, depth = 0): Error {
  const read = (name: string): string => {
    const value = isObject(thrown) ? thrown[name] : name === "message" && thrown;
    return typeof value === "string" ? mask(value, true) : "";
  };
  try {
    const name = read("name");
    const nested = isObject(thrown) && thrown.cause != null && depth < deepest;
    const Class = entryOf(classes, name) ?? Error;
    const copy = new Class(
      read("message"),
      nested ? { cause: copyCause(thrown.cause, mask, depth + 1) } : undefined,
    );
    const code = read("code");
    if (name && name !== copy.name) Object.defineProperty(copy, "name", { value: name });
    return code ? Object.assign(copy, { code }) : copy;
  } catch {
    return new Error("an error that cannot be read");
  }
}
