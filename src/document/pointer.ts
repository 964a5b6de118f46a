/** Writes keys as an RFC 6901 pointer: `["a/b", 0]` becomes `/a~1b/0`, no keys become the empty string. */
export function toPointer(keys: readonly (string | number)[]): string {
  return keys.reduce<string>(appendKey, "");
}

/** The pointer of a member: `/a` and `b/c` make `/a/b~1c`. */
export function appendKey(pointer: string, key: string | number): string {
  return `${pointer}/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

/** The pointer of the object or list that holds a value; the empty one for the document. */
export function parentOf(pointer: string): string {
  return pointer.slice(0, Math.max(0, pointer.lastIndexOf("/")));
}

/** A pointer and those of everything around it, the innermost first. */
export function pointersAround(pointer: string): string[] {
  const pointers = [pointer];
  for (let at = pointer; at !== ""; at = parentOf(at)) pointers.push(parentOf(at));
  return pointers;
}

/** Reads an RFC 6901 pointer; the reverse of `toPointer`. */
export function fromPointer(pointer: string): string[] {
  if (pointer === "") return [];
  return pointer.slice(1).split("/").map(unescapeKey);
}

/**
 * Reads a pointer in its percent-encoded URI fragment form (RFC 6901, section 6), as it stands behind the `#` of a
 * `$ref`. Undefined when the fragment is no pointer, such as the name of an anchor.
 */
export function fromFragment(fragment: string): string[] | undefined {
  const pointer = decodePercent(fragment);
  return pointer === "" || pointer.startsWith("/") ? fromPointer(pointer) : undefined;
}

/** The value that keys lead to; undefined when they lead nowhere. */
export function valueAt(document: unknown, keys: readonly string[]): unknown {
  return keys.reduce<unknown>((value, key) => {
    const holds = typeof value === "object" && value !== null && Object.hasOwn(value, key);
    return holds ? (value as Record<string, unknown>)[key] : undefined;
  }, document);
}

/** Undoes percent-encoding. Text with a lone percent sign is not encoded, and is meant as it stands. */
export function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function unescapeKey(key: string): string {
  return key.replaceAll("~1", "/").replaceAll("~0", "~");
}
