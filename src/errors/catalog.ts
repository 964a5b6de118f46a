/** When a request may be sent again: never, after the `Retry-After` header, or with growing waits (`x-retry`). */
export type RetryRule = "never" | "after" | "backoff";

/** Whether an error object carries `param`. */
export type ParamRule = "required" | "optional" | "never";

/** What the contract says about one error code. */
export interface CatalogEntry {
  readonly type: string;
  readonly status: number;
  readonly title: string;
  readonly param: ParamRule;
  readonly retry: RetryRule;
  readonly docUrl: string;
}

/** The error codes of a contract; this folder is given one and knows none by itself. */
export type Catalog = Readonly<Record<string, CatalogEntry>>;

/** What the parts of every body of the API are called in JSON, by their role (`x-envelope`). */
export interface EnvelopeNames {
  readonly success: string;
  readonly error: string;
  readonly data: string;
  readonly meta: string;
  readonly pagination: string;
  /** Of the error object. */
  readonly fields: {
    readonly type: string;
    readonly code: string;
    readonly message: string;
    readonly param: string;
    readonly docUrl: string;
    readonly requestId: string;
  };
  readonly metaFields: { readonly requestId: string; readonly timestamp: string };
}

/** The entry of `name`, if it has one: names come from the network, and `constructor` must not find anything. */
export function entryOf<T>(entries: Readonly<Record<string, T>>, name: unknown): T | undefined {
  return typeof name === "string" && Object.hasOwn(entries, name) ? entries[name] : undefined;
}

/** Adds the address of each code, so that it need not be shipped for each: `page` is what all of them begin with. */
export function withDocUrls<
  Page extends string,
  const Entries extends Record<string, Omit<CatalogEntry, "docUrl">>,
>(
  page: Page,
  entries: Entries,
): { readonly [Code in keyof Entries]: Entries[Code] & { readonly docUrl: `${Page}${Code & string}` } } {
  const added = Object.entries(entries).map(([code, entry]) => [code, { ...entry, docUrl: page + code }]);
  return Object.fromEntries(added);
}
