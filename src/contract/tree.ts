import type { Finding } from "../report/finding.ts";
import { createReader, type Node, type Reader, refOf } from "./node.ts";
import { fromPointer, toPointer, valueAt } from "./pointer.ts";
import { type Place, type Position, parseSource, type Source, SourceError } from "./source.ts";

/** Gives the text of a file; throws when it cannot. Paths are POSIX, relative to wherever the caller reads from. */
export type ReadText = (file: string) => string;

/** A document with all the files that its `$ref`s reach. */
export interface Tree {
  entry: string;
  root: Node;
  /** By path, in the order in which they were reached. */
  sources: ReadonlyMap<string, Source>;
  reader: Reader;
  locate(place: Place): Position;
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
  const sources = new Map<string, Source>();
  const findings: Finding[] = [];

  const open = (file: string, from?: { source: Source; pointer: string }): void => {
    if (sources.has(file)) return;
    const at = from && { file: from.source.file, pointer: from.pointer, ...from.source.locate(from.pointer) };
    try {
      const source = parseSource(file, readText(file));
      sources.set(file, source);
      walkRefs(source.data, [], (ref, keys) => visit(source, ref, toPointer(keys)));
    } catch (error) {
      if (error instanceof SourceError) {
        const message = `This file is not valid YAML: ${error.message} Correct it here.`;
        findings.push(finding("source-syntax", { file, pointer: "" }, error.position, message));
        return;
      }
      const reason = error instanceof Error ? error.message : String(error);
      const place = at ?? { file, pointer: "", line: 1, column: 1 };
      const message = `${file} cannot be read (${reason}). ${at ? "Create it or correct the $ref." : "Check the path."}`;
      findings.push(finding("source-unreadable", place, place, message));
    }
  };
  const visit = (source: Source, ref: string, pointer: string): void => {
    const target = splitRef(source.file, ref);
    if (target) {
      open(target.file, { source, pointer });
      return;
    }
    const message = `The $ref ${JSON.stringify(ref)} leaves the document: refer to a file beside it, not to a URL.`;
    findings.push(finding("ref-external", { file: source.file, pointer }, source.locate(pointer), message));
  };

  open(entry);
  if (findings.length > 0) throw new ContractError(findings);
  findings.push(...danglingRefs(sources));
  if (findings.length > 0) throw new ContractError(findings);
  return {
    entry,
    root: { value: sources.get(entry)?.data, place: { file: entry, pointer: "" } },
    sources,
    reader: createReader((file, ref) => resolveRef(sources, file, ref)),
    locate: ({ file, pointer }) => sources.get(file)?.locate(pointer) ?? { line: 1, column: 1 },
  };
}

function danglingRefs(sources: ReadonlyMap<string, Source>): Finding[] {
  const findings: Finding[] = [];
  for (const source of sources.values()) {
    walkRefs(source.data, [], (ref, keys) => {
      if (resolveRef(sources, source.file, ref)) return;
      const pointer = toPointer(keys);
      const message = `The $ref ${JSON.stringify(ref)} points at nothing. Correct its pointer.`;
      findings.push(finding("ref-dangling", { file: source.file, pointer }, source.locate(pointer), message));
    });
  }
  return findings;
}

function resolveRef(sources: ReadonlyMap<string, Source>, from: string, ref: string): Node | undefined {
  const target = splitRef(from, ref);
  const source = target && sources.get(target.file);
  if (!target || !source) return undefined;
  const keys = fromPointer(target.pointer);
  const value = valueAt(source.data, keys);
  if (value === undefined) return undefined;
  const name = keys.at(-1) ?? baseName(target.file);
  return { value, name, place: { file: target.file, pointer: toPointer(keys) } };
}

/** File and pointer of a `$ref` in `from`; undefined when it is a URL. */
function splitRef(from: string, ref: string): Place | undefined {
  if (/^[a-z][a-z0-9+.-]*:/i.test(ref)) return undefined;
  const hash = ref.indexOf("#");
  const path = hash < 0 ? ref : ref.slice(0, hash);
  const file = path === "" ? from : joinPath(from, decodeURI(path));
  return { file, pointer: hash < 0 ? "" : ref.slice(hash + 1) };
}

/** `a/b.yaml` and `../c/d.yaml` make `c/d.yaml`; by hand, because this runs in browsers too. */
function joinPath(from: string, relative: string): string {
  const parts = relative.startsWith("/") ? [] : from.split("/").slice(0, -1);
  for (const part of relative.split("/")) {
    if (part === ".." && parts.length > 0 && parts.at(-1) !== "..") parts.pop();
    else if (part !== "." && !(part === "" && parts.length > 0)) parts.push(part);
  }
  return parts.join("/");
}

function baseName(file: string): string {
  return file.slice(file.lastIndexOf("/") + 1).replace(/\.[^.]+$/, "");
}

function walkRefs(
  value: unknown,
  keys: string[],
  visit: (ref: string, keys: string[]) => void,
  seen = new Set<unknown>(), // YAML aliases can make the same value appear twice, even inside itself
): void {
  if (typeof value !== "object" || value === null || seen.has(value)) return;
  seen.add(value);
  const ref = refOf(value);
  if (ref !== undefined) visit(ref, keys);
  for (const [key, member] of Object.entries(value)) walkRefs(member, [...keys, key], visit, seen);
}

function finding(rule: string, place: Place, { line, column }: Position, message: string): Finding {
  return { rule, severity: "error", file: place.file, line, column, pointer: place.pointer, message };
}
