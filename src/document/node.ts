import { fromPointer, toPointer } from "./pointer.ts";
import type { Place } from "./source.ts";

/** A value of the document together with its place; `$ref`s are followed on the way. */
export interface Node {
  readonly value: unknown;
  readonly place: Place;
  /** Name under which other parts refer to it: the file's base name or the last key of the `$ref`; absent when written in place. */
  readonly name?: string;
  /** The `$ref` that led here, if it has keys of its own: they are in `value` and stand where the reference does. */
  readonly reference?: Node;
}

/** Finds what a `$ref` in `file` points at. */
export type Resolve = (file: string, ref: string) => Node | undefined;

/** Reads nodes: every step follows `$ref`s, and keys beside a `$ref` (allowed in OpenAPI 3.1 schemas) win. */
export interface Reader {
  get(node: Node, ...keys: (string | number)[]): Node | undefined;
  /** The members of an object or list, in the order of the document; none for anything else. */
  entries(node: Node | undefined): [key: string, node: Node][];
}

/** Makes a reader on top of `resolve`. A chain of references that runs in a circle reads as undefined. */
export function createReader(resolve: Resolve): Reader {
  const follow = (node: Node): Node | undefined => {
    let current: Node = node;
    for (let hops = 0; hops < 50; hops++) {
      const ref = refOf(current.value);
      if (ref === undefined) return current;
      const target = resolve(current.place.file, ref);
      if (target === undefined) return undefined;
      current = withSiblings(current, target);
    }
    return undefined;
  };
  const get = (node: Node, ...keys: (string | number)[]): Node | undefined => {
    let current: Node | undefined = follow(node);
    for (const key of keys) {
      if (current === undefined) return undefined;
      const next = childOf(current, String(key));
      current = next && follow(next);
    }
    return current;
  };
  return {
    get,
    entries(node) {
      const target = node && follow(node);
      if (target === undefined || typeof target.value !== "object" || target.value === null) return [];
      return Object.keys(target.value).flatMap((key) => {
        const member = get(target, key);
        return member ? [[key, member] as [string, Node]] : [];
      });
    },
  };
}

/** A member as it stands, a reference not followed. */
export function childOf({ value, place, reference }: Node, key: string): Node | undefined {
  if (reference && key !== "$ref" && Object.hasOwn(reference.value as object, key)) {
    return childOf(reference, key);
  }
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
  const pointer = toPointer([...fromPointer(place.pointer), key]);
  return { value: (value as Record<string, unknown>)[key], place: { file: place.file, pointer } };
}

/** The `$ref` of a value, if it is a reference. */
export function refOf(value: unknown): string | undefined {
  return typeof value === "object" && value !== null && "$ref" in value && typeof value.$ref === "string"
    ? value.$ref
    : undefined;
}

function withSiblings(from: Node, target: Node): Node {
  const { $ref: _, ...siblings } = from.value as Record<string, unknown>;
  const { value } = target;
  const extendable = typeof value === "object" && value !== null && !Array.isArray(value);
  if (!extendable || Object.keys(siblings).length === 0) return target;
  return { ...target, value: { ...value, ...siblings }, reference: from };
}
