/** What the client has to know about an operation. */
export interface Route<Code extends string = string> {
  /** What its method is called on the client, such as `things.parts.list`. */
  operation?: string;
  /** In capitals. */
  method: string;
  /** Path template, such as `/things/{thingId}`. */
  path: string;
  /** The error codes that the operation declares. */
  codes: readonly Code[];
  /** What its method takes after the ids in the path. */
  body?: boolean;
  /** Media type of the body, where it is not plain JSON. */
  mediaType?: string;
  query?: boolean;
  /** Whether its success is a page of a list. */
  list?: boolean;
  /** Index of the method's argument that is the query, where the query names the page: such a list can be paginated. */
  pages?: number;
  /** The most items that the contract allows on a page. */
  largestPage?: number;
}

/** A request ready to be sent: its URL is final and its body is text. */
export interface PreparedRequest {
  url: string;
  /** With names in lower case. */
  headers: Record<string, string>;
  body?: string | undefined;
}
