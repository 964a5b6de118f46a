import { demand } from "./demand.ts";
import { isObject } from "./json.ts";

/**
 * A query in the style `form` (OpenAPI 3.1, "Style Values"); what has no value is left out.
 * @param explode whether each item of a list is written as a parameter of its own; else commas join them.
 * @throws TypeError when the query is no object, and naming a parameter that is neither a single value nor a list.
 */
export function toQuery(query: unknown, explode: boolean): string {
  demand(query == null || isObject(query), "query", "an object");
  const pairs = Object.entries(query ?? {}).flatMap(([name, value]) => {
    const items = [value ?? []].flat().map((item) => {
      demand(/string|number|boolean/.test(typeof item), name, "a single value or a list");
      return encodeURIComponent(item);
    });
    return items.length > 0 ? `${name}=${items.join(explode ? `&${name}=` : ",")}` : [];
  });
  return pairs.join("&");
}
