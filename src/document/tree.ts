import type { Finding } from "../report/finding.ts";
import { createReader, type Reader, type Resolve } from "./node.ts";
import { openFiles, type Reference, referenceFinding } from "./open.ts";
import type { ParsedDocument } from "./parsed.ts";
import { createResolve, isUrl, normalizePath } from "./refs.ts";
import { SELF_CONTAINING, selfContaining } from "./self-containing.ts";
import type { Position, Source, SourceLocation } from "./source.ts";

/** Gives the text of a file; throws when it cannot. Paths are POSIX, relative to wherever the caller reads from. */
export type ReadText = (file: string) => string;

/** A document with all the files that its `$ref`s reach. */
export interface Tree extends ParsedDocument {
  entry: string;
  /** By path, in the order in which they were reached. */
  sources: ReadonlyMap<string, Source>;
  locate(location: SourceLocation): Position;
}

/** A document that cannot be used, with everything that is wrong with it. */
export class ContractError extends Error {
  override readonly name = "ContractError";
  readonly findings: Finding[];
  constructor(findings: Finding[]) {
    super(
      findings.map(({ file, line, column, message }) => `${file}:${line}:${column} ${message}`).join("\n"),
    );
    this.findings = findings;
  }
}

/**
 * Reads `entry` and every file that it refers to, directly or not.
 * @throws ContractError naming each file that cannot be read or parsed, and each reference that leads nowhere.
 */
export function loadTree(entry: string, readText: ReadText): Tree {
  const { tree, findings } = openTree(entry, readText);
  const errors = findings.filter(({ rule, severity }) => severity === "error" && rule !== SELF_CONTAINING);
  if (errors.length > 0) throw new ContractError(errors);
  return tree;
}

/**
 * Reads `entry` and every file that it refers to, and goes on where one cannot be read: what is missing reads as
 * nothing, and is named in the findings. A document whose entry cannot be read has no value.
 */
export function openTree(entry: string, readText: ReadText): { tree: Tree; findings: Finding[] } {
  const start = normalizePath(entry);
  const { sources, references, findings } = openFiles(start, readText);
  const resolve = createResolve(sources);
  const reader = createReader(resolve);
  const tree = {
    entry: start,
    root: { value: sources.get(start)?.data, location: { file: start, pointer: "" } },
    sources,
    resolve,
    reader,
    locate: ({ file, pointer }: SourceLocation) =>
      sources.get(file)?.locate(pointer) ?? { line: 1, column: 1 },
  };
  return {
    tree,
    findings: [
      ...findings,
      ...danglingReferences(references, resolve, reader),
      ...selfContaining(references, reader),
    ],
  };
}

function danglingReferences(references: readonly Reference[], resolve: Resolve, reader: Reader): Finding[] {
  return references.flatMap((reference) => {
    const { source, ref } = reference;
    const target = resolve(source.file, ref);
    const shown = JSON.stringify(ref);
    if (target === undefined && isUrl(ref)) {
      const message = `The $ref ${shown} leaves the document: refer to a file beside it, not to a URL.`;
      return referenceFinding("ref-external", reference, message);
    }
    if (target === undefined) {
      const message = `The $ref ${shown} points at nothing. Correct its pointer.`;
      return referenceFinding("ref-dangling", reference, message);
    }
    if (reader.follow(target) !== undefined) return [];
    // What leads into a circle, or to a reference that leads nowhere, has nothing wrong itself.
    if (!leadsBack(reader, reference, target)) return [];
    const message = `The $ref ${shown} leads in a circle. Let one of its references end at a value.`;
    return referenceFinding("ref-circular", reference, message);
  });
}

/** Whether following a reference ends at that reference. */
function leadsBack(
  reader: Reader,
  { source, pointer }: Reference,
  target: Parameters<Reader["target"]>[0],
): boolean {
  const holder = pointer.slice(0, -"/$ref".length);
  const visited = new Set<unknown>();
  for (let at: typeof target | undefined = target; at && !visited.has(at); at = reader.target(at)) {
    if (at.location.file === source.file && at.location.pointer === holder) return true;
    visited.add(at);
  }
  return false;
}
