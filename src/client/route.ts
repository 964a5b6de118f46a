/** What the client has to know of an operation. */
export interface Route {
  /** In capitals. */
  method: string;
  /** Path template, such as `/things/{thingId}`. */
  path: string;
  /** The error codes that the operation declares. */
  codes: readonly string[];
  /** Whether its success is a page of a list. */
  list?: boolean;
}
