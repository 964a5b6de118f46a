import { type Node, refOf } from "./node.ts";
import { fromFragment, fromPointer, toPointer, valueAt } from "./pointer.ts";
import type { SourceLocation } from "./source.ts";
import type { Tree } from "./tree.ts";

/**
 * Tells from where in the hand-written files each part of their bundle comes, by walking both side by side. A bundler
 * moves what a `$ref` points at into `components` or writes it in place; either way the walk goes on below it.
 * @returns for a pointer into `bundle` the place of the same value, or of its nearest parent that has one.
 */
export function traceOrigins(bundle: unknown, tree: Tree): (pointer: string) => SourceLocation {
  const origins = new Map<string, SourceLocation>();

  const around = new Set<unknown>(); // a bundler may write a part into itself
  const walk = (value: unknown, keys: string[], source: Node | undefined): void => {
    const pointer = toPointer(keys);
    if (source === undefined || origins.has(pointer)) return;
    const ref = refOf(value);
    const sourceRef = refOf(source.value);
    // A reference that stays one keeps the place of the `$ref` itself; what it points at is walked where it stands now,
    // one reference of a chain after the other, each with the keys beside it.
    const here = ref === undefined ? tree.reader.get(source) : source;
    if (here === undefined) return;
    origins.set(pointer, here.location);
    const moved = ref?.startsWith("#") ? fromFragment(ref.slice(1)) : undefined;
    if (moved !== undefined && sourceRef !== undefined) {
      walk(valueAt(bundle, moved), moved, tree.resolve(source.location.file, sourceRef));
    }
    if (typeof value !== "object" || value === null) return;
    if (around.has(value)) return;
    around.add(value);
    for (const [key, member] of Object.entries(value))
      walk(member, [...keys, key], tree.reader.child(here, key));
    around.delete(value);
  };
  walk(bundle, [], tree.root);

  return (pointer) => {
    const keys = fromPointer(pointer);
    for (let length = keys.length; length > 0; length--) {
      const found = origins.get(toPointer(keys.slice(0, length)));
      if (found) return found;
    }
    return tree.root.location;
  };
}
