import { isObject, member } from "./json.ts";

/** Keys from the root of a file to a value. */
export type Path = readonly (string | number)[];

/** A value of the document with its place. */
export interface Node {
  readonly value: unknown;
  /** The file that holds it; empty for the document itself. */
  readonly file: string;
  readonly path: Path;
  /** Path from the root of the document through the `$ref`s that first led here; equals `path` in the document itself. */
  readonly via: Path;
}

/** Finds the content of a file that a `$ref` names; undefined when it is not at hand. */
export type OpenFile = (from: string, name: string) => { file: string; value: unknown } | undefined;

/** Moves through a document along keys and `$ref`s. Nothing here throws, whatever the document. */
export interface Tree {
  readonly root: Node;
  /** The member itself, a `$ref` unfollowed. */
  child(node: Node, key: string | number): Node | undefined;
  /** What the node stands for after its `$ref`s; undefined when they lead nowhere or in a circle. */
  follow(node: Node): Node | undefined;
  /** Along the keys, following every `$ref` on the way and at the end. */
  get(node: Node, ...keys: (string | number)[]): Node | undefined;
  /** The members of an object or list, `$ref`s unfollowed. */
  children(node: Node | undefined): Node[];
}

const MAX_HOPS = 64;

/** Makes the tree of a parsed document; `open` gives the other files of a document that has several. */
export function createTree(document: unknown, open: OpenFile = () => undefined): Tree {
  const root: Node = { value: document, file: "", path: [], via: [] };
  const targets = new Map<string, Node | undefined>();

  const child = (node: Node, key: string | number): Node | undefined => {
    const value = member(node.value, key);
    return value === undefined ? undefined : spot(node, [key], value);
  };

  const follow = (node: Node, budget = MAX_HOPS): Node | undefined => {
    let current: Node | undefined = node;
    for (let hops = budget; current !== undefined; hops--) {
      const ref = refOf(current.value);
      if (ref === undefined) return current;
      if (hops <= 0) return undefined;
      current = resolve(current, ref, hops - 1);
    }
    return undefined;
  };

  const resolve = (from: Node, ref: string, budget: number): Node | undefined => {
    const key = `${from.file} ${ref}`;
    if (targets.has(key)) return targets.get(key);
    targets.set(key, undefined); // a pointer that runs through itself reads as nothing
    const target = find(from, ref, budget);
    targets.set(key, target);
    return target;
  };

  const find = (from: Node, ref: string, budget: number): Node | undefined => {
    const hash = ref.indexOf("#");
    const name = hash < 0 ? ref : ref.slice(0, hash);
    const keys = pointerKeys(hash < 0 ? "" : ref.slice(hash + 1));
    let current: Node | undefined = name === "" ? fileRoot(from) : otherFile(from, name);
    for (const key of keys) {
      const parent: Node | undefined = current && follow(current, budget);
      current = parent && child(parent, key);
    }
    return current && name !== "" && current.file !== "" ? { ...current, via: from.via } : current;
  };

  const fileRoot = (from: Node): Node | undefined => {
    if (from.file === "") return root;
    const opened = open(from.file, "");
    return opened && { value: opened.value, file: opened.file, path: [], via: from.via };
  };

  const otherFile = (from: Node, name: string): Node | undefined => {
    const opened = open(from.file, name);
    if (opened === undefined) return undefined;
    return opened.file === "" ? root : { value: opened.value, file: opened.file, path: [], via: from.via };
  };

  return {
    root,
    child,
    follow: (node) => follow(node),
    get(node, ...keys) {
      let current = follow(node);
      for (const key of keys) {
        const next = current && child(current, key);
        current = next && follow(next);
      }
      return current;
    },
    children(node) {
      if (typeof node?.value !== "object" || node.value === null) return [];
      return Object.keys(node.value).flatMap((key) => child(node, keyIn(node, key)) ?? []);
    },
  };
}

/** The place under a node, whether or not something stands there. */
export function spot(node: Node, keys: Path, value?: unknown): Node {
  return { value, file: node.file, path: [...node.path, ...keys], via: [...node.via, ...keys] };
}

/** Tells places apart, whatever the way that led there. */
export function idOf(node: Node): string {
  return `${node.file}#${node.path.map((key) => String(key).replaceAll("~", "~0").replaceAll("/", "~1")).join("/")}`;
}

/** The `$ref` of a value, if it is a reference. */
export function refOf(value: unknown): string | undefined {
  const ref = isObject(value) ? member(value, "$ref") : undefined;
  return typeof ref === "string" ? ref : undefined;
}

/** The name by which a place is known: its last key, or the base name of its file. */
export function nameOf(node: Node): string {
  const last = node.path.at(-1);
  return last === undefined ? node.file.replace(/^.*[\\/]/, "").replace(/\.[^.]*$/, "") : String(last);
}

function keyIn(node: Node, key: string): string | number {
  return Array.isArray(node.value) ? Number(key) : key;
}

/** RFC 6901, also in its percent-encoded fragment form (section 6). */
function pointerKeys(pointer: string): string[] {
  if (!pointer.startsWith("/")) return [];
  return pointer
    .slice(1)
    .split("/")
    .map((key) => decode(key).replaceAll("~1", "/").replaceAll("~0", "~"));
}

function decode(key: string): string {
  try {
    return decodeURIComponent(key);
  } catch {
    return key; // a lone percent sign is no encoding; the key is meant as it stands
  }
}
