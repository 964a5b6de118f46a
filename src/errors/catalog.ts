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

/** The entry of `code`. Codes come from the network, so one like `constructor` must not find anything. */
export function entryOf(catalog: Catalog, code: unknown): CatalogEntry | undefined {
  return typeof code === "string" && Object.hasOwn(catalog, code) ? catalog[code] : undefined;
}
