/** Headers in any form that programs and recordings have. */
export type HeadersLike =
  | { get(name: string): string | null | undefined }
  | readonly (readonly [name: string, value: string])[]
  | readonly { name: string; value: string }[]
  | Readonly<Record<string, string | number | readonly string[] | undefined>>;

/** Gives the value of a header by its name in lower case; several values are joined by commas (RFC 9110 5.2). */
export type HeaderLookup = (name: string) => string | undefined;

export function headerLookup(headers: HeadersLike): HeaderLookup {
  if ("get" in headers && typeof headers.get === "function") {
    const { get } = headers;
    return (name) => get.call(headers, name) ?? undefined;
  }
  const found = new Map<string, string>();
  const add = (name: string, value: unknown) => {
    const key = name.toLowerCase();
    const before = found.get(key);
    const text = String(value);
    found.set(key, before === undefined ? text : `${before}, ${text}`);
  };
  if (Array.isArray(headers)) {
    for (const header of headers) {
      if (Array.isArray(header)) add(String(header[0]), header[1]);
      else add(String(header?.name), header?.value);
    }
  } else {
    for (const [name, value] of Object.entries(headers)) {
      if (value !== undefined && value !== null) add(name, Array.isArray(value) ? value.join(", ") : value);
    }
  }
  return (name) => found.get(name);
}
