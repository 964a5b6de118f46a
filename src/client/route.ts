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

/** The names in a path template. */
export function parametersOf(path: string): string[] {
  return Array.from(path.matchAll(/\{(.+?)\}/g), ([, name]) => name as string);
}
