/** Writes keys as an RFC 6901 pointer: `["a/b", 0]` becomes `/a~1b/0`, no keys become the empty string. */
export function toPointer(keys: readonly (string | number)[]): string {
  return keys.map((key) => `/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

/** Reads an RFC 6901 pointer, also in its percent-encoded URI fragment form (section 6). */
export function fromPointer(pointer: string): string[] {
  if (pointer === "") return [];
  return pointer
    .slice(1)
    .split("/")
    .map((key) => decode(key).replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** The value that keys lead to; undefined when they lead nowhere. */
export function valueAt(document: unknown, keys: readonly string[]): unknown {
  return keys.reduce<unknown>((value, key) => {
    const holds = typeof value === "object" && value !== null && Object.hasOwn(value, key);
    return holds ? (value as Record<string, unknown>)[key] : undefined;
  }, document);
}

function decode(key: string): string {
  try {
    return decodeURIComponent(key);
  } catch {
    return key; // a lone percent sign is no encoding; the key is meant as it stands
  }
}
