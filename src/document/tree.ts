import type { Finding } from "../report/finding.ts";
import { createReader, type Reader, type Resolve } from "./node.ts";
import type { ParsedDocument } from "./parsed.ts";
import { toPointer } from "./pointer.ts";
import { createResolve, normalizePath, splitRef, walkRefs } from "./refs.ts";
import { type Position, parseSource, type Source, SourceError, type SourceLocation } from "./source.ts";

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
  const start = normalizePath(entry);
  const { sources, findings } = openAll(start, readText);
  if (findings.length > 0) throw new ContractError(findings);
  const resolve = createResolve(sources);
  const reader = createReader(resolve);
  const dangling = danglingRefs(sources, resolve, reader);
  if (dangling.length > 0) throw new ContractError(dangling);
  return {
    entry: start,
    root: { value: sources.get(start)?.data, location: { file: start, pointer: "" } },
    sources,
    resolve,
    reader,
    locate: ({ file, pointer }) => sources.get(file)?.locate(pointer) ?? { line: 1, column: 1 },
  };
}

/** A `$ref` on its place, in a file that has been parsed. */
interface Reference {
  source: Source;
  pointer: string;
}

function openAll(entry: string, readText: ReadText): { sources: Map<string, Source>; findings: Finding[] } {
  const sources = new Map<string, Source>();
  const broken = new Set<string>(); // read, but no YAML: told once, however many references lead there
  const findings: Finding[] = [];

  const open = (file: string, from?: Reference): void => {
    if (sources.has(file) || broken.has(file)) return;
    const text = attempt(() => readText(file));
    if (!text.ok) {
      findings.push(unreadable(file, text.reason, from));
      return;
    }
    const source = parse(file, text.value);
    if (source instanceof SourceError) {
      broken.add(file);
      findings.push(malformed(source));
      return;
    }
    sources.set(file, source);
    walkRefs(source.data, (ref, keys) => {
      const reference = { source, pointer: toPointer([...keys, "$ref"]) };
      const target = splitRef(file, ref);
      if (target) open(target.file, reference);
      else findings.push(external(ref, reference));
    });
  };
  open(entry);
  return { sources, findings };
}

type Attempt<T> = { ok: true; value: T } | { ok: false; reason: unknown };

function attempt<T>(run: () => T): Attempt<T> {
  try {
    return { ok: true, value: run() };
  } catch (reason) {
    return { ok: false, reason };
  }
}

function parse(file: string, text: string): Source | SourceError {
  try {
    return parseSource(file, text);
  } catch (error) {
    if (error instanceof SourceError) return error;
    throw error;
  }
}

function unreadable(file: string, reason: unknown, from: Reference | undefined): Finding {
  const why = reason instanceof Error ? reason.message : String(reason);
  const message = (advice: string) => `${file} cannot be read (${why}). ${advice}`;
  const rule = "source-unreadable";
  if (from) return referenceFinding(rule, from, message("Create or repair it, or correct the $ref."));
  return finding(rule, { file, pointer: "" }, { line: 1, column: 1 }, message("Check the path."));
}

function malformed({ file, position, message }: SourceError): Finding {
  const text = `This file is not valid YAML: ${message} Correct it here.`;
  return finding("source-syntax", { file, pointer: "" }, position, text);
}

function external(ref: string, reference: Reference): Finding {
  const message = `The $ref ${JSON.stringify(ref)} leaves the document: refer to a file beside it, not to a URL.`;
  return referenceFinding("ref-external", reference, message);
}

function danglingRefs(sources: ReadonlyMap<string, Source>, resolve: Resolve, reader: Reader): Finding[] {
  const findings: Finding[] = [];
  for (const source of sources.values()) {
    walkRefs(source.data, (ref, keys) => {
      const reference = { source, pointer: toPointer([...keys, "$ref"]) };
      const target = resolve(source.file, ref);
      if (target === undefined) {
        const message = `The $ref ${JSON.stringify(ref)} points at nothing. Correct its pointer.`;
        findings.push(referenceFinding("ref-dangling", reference, message));
      } else if (reader.get(target) === undefined) {
        const message = `The $ref ${JSON.stringify(ref)} leads in a circle. Let one of its references end at a value.`;
        findings.push(referenceFinding("ref-circular", reference, message));
      }
    });
  }
  return findings;
}

function referenceFinding(rule: string, { source, pointer }: Reference, message: string): Finding {
  return finding(rule, { file: source.file, pointer }, source.locate(pointer), message);
}

function finding(
  rule: string,
  location: SourceLocation,
  { line, column }: Position,
  message: string,
): Finding {
  return { rule, severity: "error", file: location.file, line, column, pointer: location.pointer, message };
}
