/** A resource as it is stored. */
export interface Row {
  id: string;
  /** Another id of the same resource: both are accepted. */
  uuid: string;
  /** Order of creation. */
  sequence: number;
  /** The fields that the API shows. */
  data: Record<string, unknown>;
}

/** The resources of one kind. */
export interface Collection {
  add(row: Omit<Row, "sequence">): Row;
  /** By prefixed id or UUID. */
  get(id: string): Row | undefined;
  remove(id: string): void;
  /** Oldest first. */
  all(): Row[];
}

/** All that one team has in one environment: a collection per kind of resource. */
export interface Store {
  collection(kind: string): Collection;
}

export function createStore(): Store {
  const collections = new Map<string, Collection>();
  return {
    collection(kind) {
      const known = collections.get(kind) ?? createCollection();
      collections.set(kind, known);
      return known;
    },
  };
}

function createCollection(): Collection {
  const rows = new Map<string, Row>();
  const ids = new Map<string, string>();
  let sequence = 0;
  const get = (id: string) => rows.get(id) ?? rows.get(ids.get(id.toLowerCase()) ?? "");
  return {
    get,
    add(given) {
      const row = { ...given, sequence: ++sequence };
      rows.set(row.id, row);
      ids.set(row.uuid.toLowerCase(), row.id);
      return row;
    },
    remove(id) {
      const row = get(id);
      if (row === undefined) return;
      rows.delete(row.id);
      ids.delete(row.uuid.toLowerCase());
    },
    all: () => [...rows.values()],
  };
}
