import { createAnchors } from "./anchors.ts";
import { baseName, memberOf, type Node, nodeId, type Resolve, refOf } from "./node.ts";
import { appendKey, decodePercent, fromFragment } from "./pointer.ts";
import type { Files, SourceLocation } from "./source.ts";

/** Finds what `$ref`s in these files point at; undefined when that is nothing, or not in the document. */
export function createResolve(files: Files): Resolve {
  const byRef = new Map<string, Node | undefined>();
  const byLocation = new Map<string, Node>(); // one node for a location, however its references are spelled
  const anchors = createAnchors(files);
  const resolve: Resolve = (from, ref) => {
    const key = `${from} ${ref}`;
    if (byRef.has(key)) return byRef.get(key);
    byRef.set(key, undefined); // a pointer that runs through itself reads as nothing
    const target = splitRef(from, ref);
    const found = (target && find(files, target, resolve)) ?? nodeOf(files, anchors(from, ref)) ?? undefined;
    const node = found && (byLocation.get(nodeId(found)) ?? found);
    if (node) byLocation.set(nodeId(node), node);
    byRef.set(key, node);
    return node;
  };
  return resolve;
}

function find(files: Files, target: SourceLocation, resolve: Resolve): Node | undefined {
  const source = files.get(target.file);
  const keys = fromFragment(target.pointer);
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

function nodeOf(files: Files, location: SourceLocation | undefined): Node | undefined {
  return location && find(files, location, () => undefined);
}

/** File and pointer (still in fragment form) of a `$ref` in `from`; undefined when it is a URL. */
export function splitRef(from: string, ref: string): SourceLocation | undefined {
  if (isUrl(ref)) return undefined;
  const hash = ref.indexOf("#");
  const path = hash < 0 ? ref : ref.slice(0, hash);
  const file = path === "" ? from : joinPath(from, decodePercent(path));
  return { file, pointer: hash < 0 ? "" : ref.slice(hash + 1) };
}

/** Whether a reference has a scheme, or names a host. One letter before a colon is a drive of Windows. */
export function isUrl(ref: string): boolean {
  return /^([a-z][a-z0-9+.-]+:|\/\/)/i.test(ref);
}

/** Whether a reference names a file by a path that holds on one machine alone. */
export function isAbsolute(ref: string): boolean {
  return /^([/\\]|[a-z]:)/i.test(ref);
}

/** `a/b.yaml` and `../c/d.yaml` make `c/d.yaml`; by hand, because this runs in browsers too. */
function joinPath(from: string, relative: string): string {
  return normalizePath(isAbsolute(relative) ? relative : `${from}/../${relative}`);
}

/** Takes `.`, `..`, doubled slashes and the backslashes of Windows out of a path, so that each file has one name. */
export function normalizePath(path: string): string {
  const parts: string[] = [];
  const slashed = path.replaceAll("\\", "/");
  for (const part of slashed.split("/")) {
    if (part === "" || part === ".") continue;
    if (part === ".." && parts.length > 0 && parts.at(-1) !== "..") parts.pop();
    else parts.push(part);
  }
  return (slashed.startsWith("/") ? "/" : "") + parts.join("/");
}
