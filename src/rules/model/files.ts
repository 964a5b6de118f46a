import type { RulesetFunctionContext } from "@stoplight/spectral-core";
import { joinFile } from "./join-file.ts";
import { type OpenFile, refOf } from "./tree.ts";

/** The part of Spectral's inventory that reads files; its types call it protected, so it may be missing. */
interface Reading {
  resolver?: { resolve(source: unknown, options: object): Promise<unknown> };
  parseResolveResult?: unknown;
}

/** Gives the files that Spectral has read while it resolved the document. */
export function openerOf({ document: { source }, documentInventory }: RulesetFunctionContext): OpenFile {
  const { referencedDocuments } = documentInventory;
  return (from, name) => {
    const file = fileOf(source, from, name);
    if (file === undefined) return undefined;
    if (file === source) return { file: "", value: undefined };
    return Object.hasOwn(referencedDocuments, file)
      ? { file, value: referencedDocuments[file]?.data }
      : undefined;
  };
}

/**
 * Reads the files that Spectral 6 has missed. Its resolver shares a file's state between all that refer to the file and
 * so takes some references for circles; which ones, depends on the depth of the document. The files are read by its
 * own resolver and put where it would have put them, in the list of documents and in the graph by which it finds places.
 */
export async function readMissedFiles({
  document,
  documentInventory,
}: RulesetFunctionContext): Promise<void> {
  const { source } = document;
  const { referencedDocuments, graph } = documentInventory;
  const { resolver, parseResolveResult } = documentInventory as unknown as Reading;
  if (source === null || resolver === undefined) return;
  const missed = new Set<string>();
  const read = async (file: string, { name }: Reference): Promise<string> => {
    const target = name === "" ? file : joinFile(file, name);
    if (target === source || Object.hasOwn(referencedDocuments, target) || missed.has(target)) return target;
    missed.add(target);
    // A neighbour of the file as base, because the resolver keeps what it resolves under the name of its base.
    // What cannot be read reads as nothing here; Spectral itself reports it as `invalid-ref`.
    await resolver.resolve({ $ref: name }, { baseUri: `${file}.refs`, parseResolveResult });
    return target;
  };
  const note = (file: string, target: string, { ref, pointer }: Reference): void => {
    if (graph === null || !(missed.has(file) || missed.has(target))) return;
    for (const each of [file, target]) {
      if (!graph.hasNode(each)) graph.addNode(each, { refMap: {}, data: dataOf(each) });
    }
    // A file that is a reference as a whole could lead Spectral in a circle.
    if (pointer !== "#") graph.getNodeData(file).refMap[pointer] ??= ref;
  };
  const dataOf = (file: string): unknown =>
    Object.hasOwn(referencedDocuments, file) ? referencedDocuments[file]?.data : undefined;

  const walked = new Set<string>();
  const walk = async (file: string, data: unknown): Promise<void> => {
    if (walked.has(file)) return;
    walked.add(file);
    for (const reference of refsIn(data)) {
      const target = await read(file, reference);
      note(file, target, reference);
      await walk(target, dataOf(target));
    }
  };
  await walk(source, document.data);
}

function fileOf(source: string | null, from: string, name: string): string | undefined {
  const base = from === "" ? source : from;
  if (base === null) return undefined;
  return name === "" ? base : joinFile(base, name);
}

interface Reference {
  /** The file that it names; empty for its own. */
  name: string;
  ref: string;
  /** Where it stands, as a fragment. */
  pointer: string;
}

/** The references in a file. */
function refsIn(data: unknown): Reference[] {
  const found: Reference[] = [];
  const seen = new Set<object>();
  const walk = (value: unknown, pointer: string): void => {
    if (typeof value !== "object" || value === null || seen.has(value)) return;
    seen.add(value);
    const ref = refOf(value);
    if (ref !== undefined) found.push({ name: ref.split("#", 1)[0] ?? "", ref, pointer });
    for (const [key, entry] of Object.entries(value)) {
      walk(entry, `${pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`);
    }
  };
  walk(data, "#");
  return found;
}
