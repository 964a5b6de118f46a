import type { IdSource } from "../ids.ts";
import type { Row, Store } from "../store.ts";

/** The fields of a body that was found valid. */
export type Input = Readonly<Record<string, unknown>>;

/** What a resource may look at while it is created, changed or shown. */
export interface Scope {
  store: Store;
  ids: IdSource;
  now: Date;
  /** The resource whose part it is: the ticket of a message. */
  parent?: Row | undefined;
}

/** How one kind of resource behaves; all that the contract does not say by itself. */
export interface Resource {
  /** Name of its schema. */
  kind: string;
  /** What its ids begin with. */
  prefix: string;
  /** Of a part of another resource: the field with the id of that. */
  partOf?: string;
  /** Which comes first in a list. */
  order: "newest" | "oldest";
  /** Fields that `search` looks into. */
  searched: readonly string[];
  /** Which rows a query parameter lets through. */
  filters: Readonly<Record<string, (row: Row, value: unknown, scope: Scope) => boolean>>;
  /** The fields of a new one, besides its id. */
  create(input: Input, scope: Scope): Record<string, unknown>;
  /** Called after the row was added. */
  created?(row: Row, input: Input, scope: Scope): void;
  /** The fields that an update changes; `row` is as it was. */
  update(row: Row, input: Input, scope: Scope): Record<string, unknown>;
  /** The resource as the API shows it. */
  view(row: Row, scope: Scope): Record<string, unknown>;
  /** The same where one resource is asked for. */
  detail?(row: Row, scope: Scope): Record<string, unknown>;
  /** What `expand` can add, by its word. */
  expand?: Readonly<Record<string, (row: Row, scope: Scope) => unknown>>;
}

/** A filter for a field that must have exactly the value. */
export function equals(field: string) {
  return (row: Row, value: unknown): boolean => row.data[field] === value;
}

/** A filter for a list that must contain the value. */
export function contains(field: string) {
  return ({ data }: Row, value: unknown): boolean => {
    const list = data[field];
    return Array.isArray(list) && list.includes(value);
  };
}

/** The given value; `otherwise` when there is none. */
export function orElse(value: unknown, otherwise: unknown): unknown {
  return value === undefined ? otherwise : value;
}

/** Those of the named fields that a body has; what else is in it is ignored. */
export function given(input: Input, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(
    names.flatMap((name) => (input[name] === undefined ? [] : [[name, input[name]]])),
  );
}
