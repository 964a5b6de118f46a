import { createReader, type Node, type Reader, type Resolve } from "./node.ts";
import { createResolve } from "./refs.ts";

/** A document that can be read; a `Tree` knows the text of its files besides. */
export interface ParsedDocument {
  root: Node;
  reader: Reader;
  /** What a `$ref` in a file points at, before the `$ref`s there are followed. */
  resolve: Resolve;
}

/** Makes one parsed value readable as a document in one file, whose name is empty. References to other files lead nowhere. */
export function parsedDocument(data: unknown): ParsedDocument {
  const resolve = createResolve(new Map([["", { data }]]));
  return {
    root: { value: data, location: { file: "", pointer: "" } },
    reader: createReader(resolve),
    resolve,
  };
}
