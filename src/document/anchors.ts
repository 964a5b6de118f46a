import { memberOf } from "./node.ts";
import { appendKey, fromFragment, toPointer } from "./pointer.ts";
import type { Files, SourceLocation } from "./source.ts";

/** Finds the schema that a `$ref` names by `$anchor`, or by the `$id` that the schema gives itself. */
export type FindAnchor = (from: string, ref: string) => SourceLocation | undefined;

/** Makes the index of anchors and ids (JSON Schema 2020-12, 8.2); the files are searched when the first `$ref` asks. */
export function createAnchors(files: Files): FindAnchor {
  let index: Map<string, SourceLocation> | undefined;
  return (from, ref) => {
    index ??= indexOf(files);
    const hash = ref.indexOf("#");
    const base = hash < 0 ? ref : ref.slice(0, hash);
    const fragment = hash < 0 ? "" : ref.slice(hash + 1);
    const keys = fromFragment(fragment);
    if (keys === undefined) return index.get(`${base === "" ? from : base}#${fragment}`);
    const schema = base === "" ? undefined : index.get(`${base}#`);
    return schema && { file: schema.file, pointer: `${schema.pointer}${toPointer(keys)}` };
  };
}

function indexOf(files: Files): Map<string, SourceLocation> {
  const index = new Map<string, SourceLocation>();
  const seen = new Set<object>();
  const walk = (file: string, value: unknown, pointer: string, base: string): void => {
    if (typeof value !== "object" || value === null || seen.has(value)) return;
    seen.add(value);
    const id = memberOf(value, "$id");
    const anchor = memberOf(value, "$anchor");
    const own = typeof id === "string" ? id.replace(/#$/, "") : base;
    if (typeof id === "string") index.set(`${own}#`, { file, pointer });
    if (typeof anchor === "string") {
      // An anchor is known in its file, and under the id around it.
      for (const name of new Set([file, own])) index.set(`${name}#${anchor}`, { file, pointer });
    }
    for (const [key, member] of Object.entries(value)) walk(file, member, appendKey(pointer, key), own);
  };
  for (const [file, { data }] of files) walk(file, data, "", file);
  return index;
}
