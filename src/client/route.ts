import { demandId } from "./demand.ts";

/** What the client has to know of an operation. */
export interface Route<Code extends string = string> {
  /** In capitals. */
  method: string;
  /** Path template, such as `/things/{thingId}`. */
  path: string;
  /** The error codes that the operation declares. */
  codes: readonly Code[];
  /** What its method takes behind the ids in the path. */
  body?: boolean;
  query?: boolean;
  /** Whether its success is a page of a list. */
  list?: boolean;
  /** Which argument of its method, from 0, is the query, where that names the page: then the list can be walked. */
  pages?: number;
}

/**
 * A path with its ids in it, which `idOf` gives, asked in the order of the path.
 * @throws TypeError when one of them cannot be.
 */
export function fillIn(path: string, idOf: (name: string) => unknown): string {
  const parts = path.split("/").map((part) => {
    if (!part.startsWith("{")) return part;
    const name = part.slice(1, -1);
    const id = idOf(name);
    demandId(name, id);
    return encodeURIComponent(id);
  });
  return parts.join("/");
}
