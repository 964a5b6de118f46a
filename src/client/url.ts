import { assertOption } from "./options.ts";

/**
 * Fills the ids into a path template; `idOf` returns them and is asked in the order of the path.
 * @throws TypeError naming an id that cannot stand in a path.
 */
export function fillPath(path: string, idOf: (name: string) => unknown): string {
  const parts = path.split("/").map((part) => {
    if (!part.startsWith("{")) return part;
    const name = part.slice(1, -1);
    const id = idOf(name);
    assertId(name, id);
    return encodeURIComponent(id);
  });
  return parts.join("/");
}

/**
 * URLs swallow `.` and `..`: such an id, or an empty one, would address another resource.
 * @throws TypeError
 */
export function assertId(name: string, id: unknown): asserts id is string {
  assertOption(typeof id === "string" && !/^\.{0,2}$/.test(id), name, 'a text other than "", "." and ".."');
}

/**
 * Serializes a query in the style `form` (OpenAPI 3.1, "Style Values"); parameters without a value are left out.
 * @param explode whether each item of a list is written as a parameter of its own; else commas join them.
 * @throws TypeError when the query is no plain object, and naming a parameter that is neither a single value nor a list.
 */
export function serializeQuery(query: unknown, explode: boolean): string {
  // Others would lose their content: a `URLSearchParams` and a `Map` have no properties.
  assertOption(query == null || isPlainObject(query), "query", "a plain object");
  const pairs = Object.entries(query ?? {}).flatMap(([key, value]) => {
    const name = encodeURIComponent(key);
    const items = [value ?? []].flat().map((item) => {
      assertOption(/string|number|boolean/.test(typeof item), key, "a single value or a list");
      return encodeURIComponent(item);
    });
    return items.length > 0 ? `${name}=${items.join(explode ? `&${name}=` : ",")}` : [];
  });
  return pairs.join("&");
}

/** Whether `value` is an object as literals make it, in any realm. */
function isPlainObject(value: unknown): boolean {
  const parent = typeof value === "object" && value !== null && Object.getPrototypeOf(value);
  return parent === null || (parent && Object.getPrototypeOf(parent) === null);
}
