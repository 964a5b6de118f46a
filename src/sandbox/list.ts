import type { Resource, Scope } from "./resources/index.ts";
import type { Row } from "./store.ts";

export interface Page {
  data: Record<string, unknown>[];
  pagination: { total: number; page: number; pageSize: number; hasMore: boolean };
}

export type Query = Readonly<Record<string, unknown>>;

/** The rows that a query asks for, in the order of the resource, with what it asks to expand. */
export function listRows(resource: Resource, query: Query, scope: Scope): Page {
  const rows = scope.store
    .collection(resource.kind)
    .all()
    .filter(passes(resource, query, scope));
  if (resource.order === "newest") rows.reverse();
  const page = Number(query.page ?? 1);
  const pageSize = Number(query.pageSize ?? rows.length);
  const start = (page - 1) * pageSize;
  const total = rows.length;
  return {
    data: rows.slice(start, start + pageSize).map((row) => show(resource, row, query, scope)),
    pagination: { total, page, pageSize, hasMore: start + pageSize < total },
  };
}

function passes(resource: Resource, { search, ...query }: Query, scope: Scope) {
  const filters = Object.entries(resource.filters).filter(([name]) => query[name] !== undefined);
  const words = fold(String(search ?? ""))
    .split(/\s+/)
    .filter(Boolean);
  return (row: Row): boolean =>
    belongs(resource, row, scope) &&
    filters.every(([name, lets]) => lets(row, query[name], scope)) &&
    words.every((word) =>
      resource.searched.some((field) => fold(String(row.data[field] ?? "")).includes(word)),
    );
}

function belongs({ partOf }: Resource, { data }: Row, { parent }: Scope): boolean {
  return partOf === undefined || data[partOf] === parent?.id;
}

/** Search knows no case, and takes characters that only look different for the same (Unicode NFKC). */
function fold(text: string): string {
  return text.normalize("NFKC").toLowerCase();
}

function show(resource: Resource, row: Row, { expand }: Query, scope: Scope): Record<string, unknown> {
  const words = Array.isArray(expand) ? expand : [];
  const expanded = words.map((word) => [word, resource.expand?.[word]?.(row, scope)] as const);
  return { ...resource.view(row, scope), ...Object.fromEntries(expanded) };
}
