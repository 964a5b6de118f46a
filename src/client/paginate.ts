import type { Api } from "./options.ts";

export type Page<T> =
  | { ok: true; data: T[]; pagination?: Readonly<Record<string, unknown>> }
  | { ok: false; error: Error };

/**
 * Walks the items of a list page by page, from the page that `query` names. Requests a page only when it is needed and
 * keeps one at a time.
 * @throws the error of the page that failed.
 */
export async function* paginate<T>(
  list: (query: object) => Promise<Page<T>>,
  query: Readonly<Record<string, unknown>> = {},
  { parameter, more }: Api["pagination"],
): AsyncGenerator<T, void, undefined> {
  const fixed = { ...query };
  for (let page = Number(fixed[parameter] ?? 1); ; page++) {
    const result = await list({ ...fixed, [parameter]: page });
    if (!result.ok) throw result.error;
    yield* result.data;
    // No page follows an empty one; without this check a faulty server would keep us here forever.
    if (!result.pagination?.[more] || result.data.length === 0) return;
  }
}
