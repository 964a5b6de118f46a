import { baseName, memberOf, type Node, nodeId, type Resolve, refOf } from "./node.ts";
import { appendKey, decodePercent, fromFragment } from "./pointer.ts";
import type { SourceLocation } from "./source.ts";

/** Parsed files, by path. */
type Files = ReadonlyMap<string, { data: unknown }>;

/** Finds what `$ref`s in these files point at; undefined when that is nothing, or not in the document. */
export function createResolve(files: Files): Resolve {
  const byRef = new Map<string, Node | undefined>();
  const byLocation = new Map<string, Node>(); // one node for a location, however its references are spelled
  const resolve: Resolve = (from, ref) => {
    const key = `${from} ${ref}`;
    if (byRef.has(key)) return byRef.get(key);
    byRef.set(key, undefined); // a pointer that runs through itself reads as nothing
    const found = find(files, splitRef(from, ref), resolve);
    const node = found && (byLocation.get(nodeId(found)) ?? found);
    if (node) byLocation.set(nodeId(node), node);
    byRef.set(key, node);
    return node;
  };
  return resolve;
}

function find(files: Files, target: SourceLocation | undefined, resolve: Resolve): Node | undefined {
  const source = target && files.get(target.file);
  const keys = target && fromFragment(target.pointer);
  if (!source || !keys) return undefined;
  let { file } = target;
  let pointer = "";
  let value = source.data;
  for (const key of keys) {
    // A pointer into what is itself a reference is meant for what that refers to, as the linters read it too.
    const passed = new Set<Node>();
    for (
      let ref = refOf(value);
      ref !== undefined && memberOf(value, key) === undefined;
      ref = refOf(value)
    ) {
      const next = resolve(file, ref);
      if (next === undefined || passed.has(next)) return undefined;
      passed.add(next);
      ({ file, pointer } = next.location);
      ({ value } = next);
    }
    value = memberOf(value, key);
    if (value === undefined) return undefined;
    pointer = appendKey(pointer, key);
  }
  return { value, name: keys.at(-1) ?? baseName(file), location: { file, pointer } };
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
