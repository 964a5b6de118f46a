import { entryOf } from "../errors/index.ts";
import type { Mask } from "./mask.ts";

const classes: Record<string, ErrorConstructor> = { TypeError, SyntaxError, RangeError };
const deepest = 4;

/**
 * A copy of what was thrown that keeps name, message (masked), `code` and `cause`, and nothing else: errors of fetch
 * and of the caller's functions may carry addresses, requests and headers in properties that nobody knows. Anybody may
 * throw anything: a string counts as a message.
 */
export function copyCause(thrown: unknown, mask: Mask, depth = 0): Error {
  const told = (text: unknown) => (typeof text === "string" ? mask(text, true) : "");
  try {
    const { name, message = thrown, code, cause } = Object(thrown);
    const nested = cause != null && depth < deepest && { cause: copyCause(cause, mask, depth + 1) };
    const copy = new (entryOf(classes, name) ?? Error)(told(message), nested || undefined);
    if (told(name)) Object.defineProperty(copy, "name", { value: told(name) });
    return told(code) ? Object.assign(copy, { code: told(code) }) : copy;
  } catch {
    return new Error("an error that cannot be read");
  }
}
