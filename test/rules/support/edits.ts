/** A change to a document. */
export type Edit = (document: unknown) => void;

/** Sets the value at a pointer; the objects above it are made where they are missing. */
export function put(pointer: string, value: unknown): Edit {
  return (document) => {
    const { parent, key } = find(document, pointer);
    parent[key] = structuredClone(value);
  };
}

/** Removes what must be there. */
export function drop(pointer: string): Edit {
  return (document) => {
    const { parent, key } = find(document, pointer);
    if (!Object.hasOwn(parent, key)) throw new Error(`nothing at ${pointer}`);
    if (Array.isArray(parent)) parent.splice(Number(key), 1);
    else delete parent[key];
  };
}

/** Adds an item to the end of a list. */
export function push(pointer: string, value: unknown): Edit {
  return (document) => {
    const { parent, key } = find(document, pointer);
    (parent[key] as unknown[]).push(structuredClone(value));
  };
}

/** Changes a value with a function of it. */
export function change(pointer: string, update: (value: never) => unknown): Edit {
  return (document) => {
    const { parent, key } = find(document, pointer);
    parent[key] = update(structuredClone(parent[key]) as never);
  };
}

/** Several changes, in order. */
export function all(...edits: Edit[]): Edit {
  return (document) => {
    for (const edit of edits) edit(document);
  };
}

/** The value at a pointer. */
export function read(document: unknown, pointer: string): unknown {
  const { parent, key } = find(document, pointer);
  return parent[key];
}

function find(document: unknown, pointer: string): { parent: Record<string, unknown>; key: string } {
  const keys = pointer
    .slice(1)
    .split("/")
    .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
  const key = keys.pop() ?? "";
  let parent = document as Record<string, unknown>;
  for (const step of keys) {
    parent[step] ??= {};
    parent = parent[step] as Record<string, unknown>;
  }
  return { parent, key };
}
