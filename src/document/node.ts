import { appendKey, fromPointer } from "./pointer.ts";
import { locationKey, type SourceLocation } from "./source.ts";

/** A value of the document together with its location. A reader makes one node for a location and the way to it. */
export interface Node {
  readonly value: unknown;
  readonly location: SourceLocation;
  /** Name under which other parts refer to it: the file's base name or the last key of the `$ref`; absent when written in place. */
  readonly name?: string;
  /** The `$ref` that led here, if it has keys of its own: they are in `value` and stand where the reference does. */
  readonly reference?: Node;
}

/** Finds what a `$ref` in `file` points at: for one location always the same node. */
export type Resolve = (file: string, ref: string) => Node | undefined;

/** Moves through a document along keys and `$ref`s. Keys beside a `$ref` (allowed in OpenAPI 3.1 schemas) win. */
export interface Reader {
  /** A member as it stands, its `$ref` not followed. */
  child(node: Node, key: string | number): Node | undefined;
  /** The members of an object or list as they stand, in the order of the document; none for anything else. */
  children(node: Node | undefined): Node[];
  /** What the `$ref` of a node points at: one step, without the keys beside it. */
  target(node: Node): Node | undefined;
  /** What a node stands for after its `$ref`s; undefined when they lead nowhere or in a circle. */
  follow(node: Node): Node | undefined;
  /** Along the keys, following every `$ref` on the way and at the end. */
  get(node: Node | undefined, ...keys: (string | number)[]): Node | undefined;
  /** The members of an object or list, each `$ref` followed, in the order of the document; none for anything else. */
  entries(node: Node | undefined): [key: string, node: Node][];
}

/**
 * Makes a reader on top of `resolve`. It keeps the nodes that it has made, so that a part which many operations share
 * is one node however often it is read, and what is computed from a node can be kept by it.
 */
export function createReader(resolve: Resolve): Reader {
  const members = new WeakMap<Node, Map<string, Node | undefined>>();
  const followed = new WeakMap<Node, Node | undefined>();

  const child = (node: Node, key: string | number): Node | undefined => {
    const known = members.get(node) ?? new Map<string, Node | undefined>();
    members.set(node, known);
    const name = String(key);
    if (known.has(name)) return known.get(name);
    const found = childOf(node, name);
    known.set(name, found);
    return found;
  };
  const follow = (node: Node): Node | undefined => {
    if (refOf(node.value) === undefined) return node;
    if (!followed.has(node)) followed.set(node, followChain(node, resolve));
    return followed.get(node);
  };
  const get: Reader["get"] = (node, ...keys) => {
    let current = node && follow(node);
    for (const key of keys) {
      const next = current && child(current, key);
      current = next && follow(next);
    }
    return current;
  };
  return {
    child,
    follow,
    get,
    target(node) {
      const ref = refOf(node.value);
      return ref === undefined ? undefined : resolve(node.location.file, ref);
    },
    children: (node) => childKeys(node).flatMap((key) => (node && child(node, key)) ?? []),
    entries(node) {
      const target = node && follow(node);
      return childKeys(target).flatMap((key) => {
        const member = get(target, key);
        return member ? [[key, member] as [string, Node]] : [];
      });
    },
  };
}

function followChain(node: Node, resolve: Resolve): Node | undefined {
  const visited = new Set<Node>();
  let current = node;
  for (let ref = refOf(node.value); ref !== undefined; ref = refOf(current.value)) {
    const target = resolve(current.location.file, ref);
    if (target === undefined || visited.has(target)) return undefined;
    visited.add(target);
    current = withSiblings(current, target);
  }
  return current;
}

function childOf({ value, location, reference }: Node, key: string): Node | undefined {
  if (reference && key !== "$ref" && Object.hasOwn(reference.value as object, key)) {
    return childOf(reference, key);
  }
  const member = memberOf(value, key);
  if (member === undefined) return undefined;
  const { file, pointer } = location;
  return { value: member, location: { file, pointer: appendKey(pointer, key) } };
}

/** The keys of an object, or the indexes of a list; none for anything else. */
export function childKeys(node: Node | undefined): string[] {
  return typeof node?.value === "object" && node.value !== null ? Object.keys(node.value) : [];
}

/** The member of an object or list, never one that it inherits; undefined for anything else. */
export function memberOf(value: unknown, key: string | number): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
  if (Array.isArray(value) && key === "length") return undefined;
  return (value as Record<string, unknown>)[key];
}

/** The `$ref` of a value, if it is a reference. */
export function refOf(value: unknown): string | undefined {
  const ref = memberOf(value, "$ref");
  return typeof ref === "string" ? ref : undefined;
}

/** Names the location of a node, whatever the way that led there. */
export function locationId({ location }: Node): string {
  return locationKey(location);
}

/** Tells nodes apart: by location, and by the `$ref`s whose own keys they carry. */
export function nodeId(node: Node): string {
  return node.reference ? `${locationId(node)} ${nodeId(node.reference)}` : locationId(node);
}

/** The last key on the way to a node; empty for a file as a whole. */
export function keyOf({ location: { pointer } }: Node): string {
  return fromPointer(pointer.slice(Math.max(pointer.lastIndexOf("/"), 0))).at(-1) ?? "";
}

/** The name by which people know what stands at a location: its last key, or the base name of its file. */
export function nameOf(node: Node): string {
  return node.location.pointer === "" ? baseName(node.location.file) : keyOf(node);
}

/** The base name of a file, without its ending. */
export function baseName(file: string): string {
  return file.slice(file.lastIndexOf("/") + 1).replace(/\.[^.]+$/, "");
}

/** The location below a node, whether or not something stands there. */
export function nodeAt(node: Node, keys: readonly (string | number)[], value?: unknown): Node {
  const { file, pointer } = node.location;
  return { value, location: { file, pointer: keys.reduce<string>(appendKey, pointer) } };
}

function withSiblings(from: Node, target: Node): Node {
  const { $ref: _, ...siblings } = from.value as Record<string, unknown>;
  const { value } = target;
  const extendable = typeof value === "object" && value !== null && !Array.isArray(value);
  if (!extendable || Object.keys(siblings).length === 0) return target;
  return { ...target, value: { ...value, ...siblings }, reference: from };
}
