import { demandId } from "./options.ts";

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
  /** Whether its query names the page, so that a list can be walked. */
  pages?: boolean;
}

const parameter = /\{(.+?)\}/g;

/** The names in a path template. */
export function parametersOf(path: string): string[] {
  return Array.from(path.matchAll(parameter), ([, name]) => name as string);
}

/**
 * A path with its ids in it.
 * @throws TypeError when one of them cannot be.
 */
export function fillIn(path: string, ids: Readonly<Record<string, unknown>>): string {
  return path.replace(parameter, (_, name: string) => {
    const id = ids[name];
    demandId(name, id);
    return encodeURIComponent(id);
  });
}
