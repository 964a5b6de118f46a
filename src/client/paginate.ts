import type { Pagination } from "../../generated/catalog.ts";

export type Page<T> = { ok: true; data: T[]; pagination?: Pagination } | { ok: false; error: Error };

/**
 * Walks the items of a list page by page, from the page that `query` names. Requests a page only when it is needed and
 * keeps one at a time.
 * @throws the error of the page that failed.
 */
export async function* paginate<T, Q extends { page?: number }>(
  list: (query: Q) => Promise<Page<T>>,
  query: Q = {} as Q,
): AsyncGenerator<T, void, undefined> {
  const fixed = { ...query };
  for (let page = fixed.page ?? 1; ; page++) {
    const result = await list({ ...fixed, page });
    if (!result.ok) throw result.error;
    yield* result.data;
    // No page follows an empty one; without this check a faulty server would keep us here forever.
    if (!result.pagination?.hasMore || result.data.length === 0) return;
  }
}
