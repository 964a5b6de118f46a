import type { Pagination } from "../../generated/catalog.ts";

export type Page<T> = { ok: true; data: T[]; pagination?: Pagination } | { ok: false; error: Error };

/**
 * Walks the items of a list, page by page, from the page that `query` names; asks for a page when it is needed and
 * keeps one at a time.
 * @throws the error of the page that could not be had.
 */
export async function* iterate<T, Q extends { page?: number }>(
  list: (query: Q) => Promise<Page<T>>,
  query: Q = {} as Q,
): AsyncGenerator<T, void, undefined> {
  const fixed = { ...query };
  for (let page = fixed.page ?? 1; ; page++) {
    const result = await list({ ...fixed, page });
    if (!result.ok) throw result.error;
    yield* result.data;
    // An empty page cannot be followed by a full one; without this a server that is wrong would keep us for ever.
    if (!result.pagination?.hasMore || result.data.length === 0) return;
  }
}
