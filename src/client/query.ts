import { demand } from "./demand.ts";

/**
 * A query in the style `form` (OpenAPI 3.1, "Style Values"); what has no value is left out.
 * @param explode whether each item of a list is written as a parameter of its own; else commas join them.
 * @throws TypeError naming a parameter that is neither a single value nor a list of such.
 */
export function toQuery(query: unknown, explode: boolean): string {
  const pairs = Object.entries(query ?? {}).flatMap(([name, value]) => {
    const items = [value ?? []].flat().map((item) => {
      demand(/string|number|boolean/.test(typeof item), name, "a single value or a list");
      return encodeURIComponent(item);
    });
    return items.length > 0 ? `${name}=${items.join(explode ? `&${name}=` : ",")}` : [];
  });
  return pairs.join("&");
}
