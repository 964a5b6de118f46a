import { type Node, nodeId, type Resolve, refOf } from "./node.ts";
import { decodePercent, fromFragment, toPointer, valueAt } from "./pointer.ts";
import type { Source, SourceLocation } from "./source.ts";

/** Finds what `$ref`s in these files point at; undefined when that is nothing, or not in the document. */
export function createResolve(sources: ReadonlyMap<string, Source>): Resolve {
  const byRef = new Map<string, Node | undefined>();
  const byLocation = new Map<string, Node>(); // one node for a location, however its references are spelled
  return (from, ref) => {
    const key = `${from} ${ref}`;
    if (byRef.has(key)) return byRef.get(key);
    const found = find(sources, from, ref);
    const node = found && (byLocation.get(nodeId(found)) ?? found);
    if (node) byLocation.set(nodeId(node), node);
    byRef.set(key, node);
    return node;
  };
}

function find(sources: ReadonlyMap<string, Source>, from: string, ref: string): Node | undefined {
  const target = splitRef(from, ref);
  const source = target && sources.get(target.file);
  if (!target || !source) return undefined;
  const keys = fromFragment(target.pointer);
  if (keys === undefined) return undefined;
  const value = valueAt(source.data, keys);
  if (value === undefined) return undefined;
  const name = keys.at(-1) ?? baseName(target.file);
  return { value, name, location: { file: target.file, pointer: toPointer(keys) } };
}

/** File and pointer (still in fragment form) of a `$ref` in `from`; undefined when it is a URL. */
export function splitRef(from: string, ref: string): SourceLocation | undefined {
  if (/^[a-z][a-z0-9+.-]*:/i.test(ref)) return undefined;
  const hash = ref.indexOf("#");
  const path = hash < 0 ? ref : ref.slice(0, hash);
  const file = path === "" ? from : joinPath(from, decodePercent(path));
  return { file, pointer: hash < 0 ? "" : ref.slice(hash + 1) };
}

/** `a/b.yaml` and `../c/d.yaml` make `c/d.yaml`; by hand, because this runs in browsers too. */
function joinPath(from: string, relative: string): string {
  return normalizePath(relative.startsWith("/") ? relative : `${from}/../${relative}`);
}

/** Takes `.`, `..` and doubled slashes out of a path, so that each file has one name. */
export function normalizePath(path: string): string {
  const parts: string[] = [];
  for (const part of path.split("/")) {
    if (part === "" || part === ".") continue;
    if (part === ".." && parts.length > 0 && parts.at(-1) !== "..") parts.pop();
    else parts.push(part);
  }
  return (path.startsWith("/") ? "/" : "") + parts.join("/");
}

function baseName(file: string): string {
  return file.slice(file.lastIndexOf("/") + 1).replace(/\.[^.]+$/, "");
}

/** Calls `visit` for every reference in a parsed file, in the order of the file. */
export function walkRefs(
  value: unknown,
  visit: (ref: string, keys: string[]) => void,
  keys: string[] = [],
  seen = new Set<unknown>(), // a YAML alias makes the same value appear twice; its references are told once
): void {
  if (typeof value !== "object" || value === null || seen.has(value)) return;
  seen.add(value);
  const ref = refOf(value);
  if (ref !== undefined) visit(ref, keys);
  for (const [key, member] of Object.entries(value)) walkRefs(member, visit, [...keys, key], seen);
}
