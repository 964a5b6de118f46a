/** A resource as it is stored. It is replaced when it changes, since copies of a store share it. */
export interface Row {
  readonly id: string;
  /** Another id of the same resource: both are accepted. */
  readonly uuid: string;
  /** The fields that the API shows. */
  readonly data: Readonly<Record<string, unknown>>;
}

/** The resources of one kind. */
export interface Collection {
  add(row: Row): Row;
  /** By prefixed id or UUID. */
  get(id: string): Row | undefined;
  /** Changes some fields of a resource that there is. */
  update(row: Row, change: Readonly<Record<string, unknown>>): Row;
  remove(row: Row): void;
  /** In order of creation. */
  all(): Row[];
  copy(): Collection;
}

/** All that one team has in one environment: a collection per kind of resource. */
export interface Store {
  collection(kind: string): Collection;
  /** The same data; what happens to the copy does not happen to this one. It costs nothing until it is written to. */
  copy(): Store;
}

export function createStore(collections = new Map<string, Collection>()): Store {
  return {
    collection(kind) {
      const known = collections.get(kind) ?? createCollection();
      collections.set(kind, known);
      return known;
    },
    copy() {
      const copies = [...collections].map(([kind, collection]) => [kind, collection.copy()] as const);
      return createStore(new Map(copies));
    },
  };
}

interface Base {
  rows: Map<string, Row>;
  ids: Map<string, string>;
}

/** @param base rows of another collection; they are copied before the first change */
function createCollection(base?: Base): Collection {
  let rows = base?.rows ?? new Map<string, Row>();
  // Prefixed ids by UUID in lower case.
  let ids = base?.ids ?? new Map<string, string>();
  let isShared = base !== undefined;
  const own = () => {
    if (!isShared) return;
    isShared = false;
    rows = new Map(rows);
    ids = new Map(ids);
  };
  const put = (row: Row): Row => {
    own();
    rows.set(row.id, row);
    ids.set(row.uuid.toLowerCase(), row.id);
    return row;
  };
  return {
    get: (id) => rows.get(id) ?? rows.get(ids.get(id.toLowerCase()) ?? ""),
    add: put,
    update: (row, change) => put({ ...row, data: { ...row.data, ...change } }),
    remove({ id, uuid }) {
      own();
      rows.delete(id);
      ids.delete(uuid.toLowerCase());
    },
    all: () => [...rows.values()],
    copy() {
      isShared = true;
      return createCollection({ rows, ids });
    },
  };
}
