import type { Mask } from "./mask.ts";

const classes: Record<string, ErrorConstructor> = { TypeError, SyntaxError, RangeError };
const deepest = 4;

/**
 * A copy of what was thrown that keeps name, message (masked), `code` and `cause`, and nothing else: errors of fetch
 * and of the caller's functions may carry addresses, requests and headers in properties that nobody knows.
 */
export function copyCause(thrown: unknown, mask: Mask, depth = 0): Error {
  const { name, message, code, cause } = readable(thrown);
  const text = mask(typeof message === "string" ? message : "", true);
  const nested = cause != null && depth < deepest ? { cause: copyCause(cause, mask, depth + 1) } : undefined;
  const kind = typeof name === "string" ? name : "Error";
  const copy = new (Object.hasOwn(classes, kind) ? (classes[kind] as ErrorConstructor) : Error)(text, nested);
  if (copy.name !== kind) Object.defineProperty(copy, "name", { value: mask(kind, true) });
  return typeof code === "string" ? Object.assign(copy, { code: mask(code, true) }) : copy;
}

/** The `code` of an error of the network, wherever in its chain of causes Node puts it. */
export function networkCode(thrown: unknown, depth = 0): string | undefined {
  const { code, cause } = readable(thrown);
  if (typeof code === "string") return code;
  return cause != null && depth < deepest ? networkCode(cause, depth + 1) : undefined;
}

interface Readable {
  name?: unknown;
  message?: unknown;
  code?: unknown;
  cause?: unknown;
}

/** What anybody may throw: a string counts as a message, and a getter that throws as nothing. */
function readable(thrown: unknown): Readable {
  if (typeof thrown !== "object" || thrown === null) return { message: String(thrown) };
  try {
    const { name, message, code, cause } = thrown as Readable;
    return { name, message, code, cause };
  } catch {
    return { message: "an error that cannot be read" };
  }
}
