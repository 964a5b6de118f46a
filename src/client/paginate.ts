import type { Api } from "./options.ts";

export type Page<T> =
  | { ok: true; data: T[]; pagination?: Readonly<Record<string, unknown>> }
  | { ok: false; error: Error };

interface Paging extends Pick<Api, "pagination"> {
  /** The number of items to ask for, unless the query has one. */
  largestPage: number | undefined;
  /** Makes the error for a page that came before. */
  repeated: (page: number) => Error;
}

/**
 * Walks the items of a list page by page, from the page that `query` names. Requests a page only when it is needed and
 * keeps one at a time.
 * @throws the error of the page that failed, and an error when the server repeats a page.
 */
export async function* paginate<T>(
  list: (query: object) => Promise<Page<T>>,
  query: Readonly<Record<string, unknown>> = {},
  { pagination: { parameter, size, more }, largestPage, repeated }: Paging,
): AsyncGenerator<T, void, undefined> {
  const fixed: Record<string, unknown> = { ...query };
  if (size) fixed[size] ??= largestPage;
  let before = "";
  for (let page = Number(fixed[parameter] ?? 1); ; page++) {
    const result = await list({ ...fixed, [parameter]: page });
    if (!result.ok) throw result.error;
    const { data, pagination } = result;
    // A server that ignores the number of the page would keep us here forever.
    const text = JSON.stringify(data);
    if (data.length > 0 && text === before) throw repeated(page);
    before = text;
    yield* data;
    // No page follows an empty one.
    if (!pagination?.[more] || data.length === 0) return;
  }
}
