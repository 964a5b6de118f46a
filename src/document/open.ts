import type { Finding } from "../report/finding.ts";
import { isCalledJson, parseSource } from "./parse-source.ts";
import { fromFragment, toPointer, valueAt } from "./pointer.ts";
import { type Context, walkReferences } from "./references.ts";
import { isAbsolute, isUrl, splitRef } from "./refs.ts";
import { type Source, SourceError, textSource } from "./source.ts";

/** A `$ref` on its place, in a file that has been parsed. */
export interface Reference {
  source: Source;
  /** Where the reference stands. */
  pointer: string;
  ref: string;
}

/** What could be opened, every `$ref` to something in it, and what is wrong with the rest. */
export interface OpenedFiles {
  sources: Map<string, Source>;
  references: Reference[];
  findings: Finding[];
}

/** Something that still has to be read: a file, or a part of it that another one gives a meaning. */
interface Task {
  file: string;
  pointer: string;
  context: Context;
  from?: Reference;
}

/** Opens `entry` and every file that can be reached from it, in the order in which they are met. */
export function openFiles(entry: string, readText: (file: string) => string): OpenedFiles {
  const opened: OpenedFiles = { sources: new Map(), references: [], findings: [] };
  const broken = new Set<string>(); // read, but no YAML: told once, however many references lead there
  const walked = new Set<string>();
  const noted = new Set<string>();
  // A stack of tasks and no recursion, so that a chain of files may be of any length.
  const tasks: Task[] = [{ file: entry, pointer: "", context: "words" }];

  const open = ({ file, from }: Task): Source | undefined => {
    const known = opened.sources.get(file);
    if (known || broken.has(file)) return known;
    const text = attempt(() => readText(file));
    if (!text.ok) {
      opened.findings.push(unreadable(file, text.reason, from));
      return undefined;
    }
    const source = parse(file, text.value, file === entry);
    if (source instanceof SourceError || (file !== entry && isEmpty(source))) {
      broken.add(file);
      opened.findings.push(source instanceof SourceError ? malformed(source) : empty(file));
      return undefined;
    }
    opened.sources.set(file, source);
    if (source.flaw) opened.findings.push(onlyYaml(file, source.flaw));
    return source;
  };
  const walk = (source: Source, pointer: string, context: Context): void => {
    const keys = fromFragment(pointer) ?? [];
    if (walked.has(`${source.file}#${toPointer(keys)} ${context}`)) return;
    walked.add(`${source.file}#${toPointer(keys)} ${context}`);
    const found: Task[] = [];
    walkReferences(
      valueAt(source.data, keys),
      ({ kind, ref, keys: below, context: within }) => {
        const from: Reference = { source, pointer: toPointer([...keys, ...below]), ref };
        const isNew = !noted.has(`${source.file}#${from.pointer}`);
        noted.add(`${source.file}#${from.pointer}`);
        const outside = refusal(kind, from);
        if (isNew && outside) opened.findings.push(outside);
        else if (isNew && kind === "$ref") opened.references.push(from);
        const target = splitRef(source.file, ref);
        if (outside || !target || kind === "externalValue") return;
        found.push({ ...target, context: within, from });
      },
      context,
    );
    tasks.push(...found.reverse());
  };

  for (let task = tasks.pop(); task !== undefined; task = tasks.pop()) {
    const isKnown = opened.sources.has(task.file);
    const source = open(task);
    if (source === undefined) continue;
    if (!isKnown) walk(source, "", "words");
    // Names reached from elsewhere look like words in their own file.
    if (task.context === "names") walk(source, task.pointer, "names");
  }
  return dropUnresolvable(opened);
}

/** A reference into a file that could not be opened has its finding already, or is one of several to the same file. */
function dropUnresolvable(opened: OpenedFiles): OpenedFiles {
  const references = opened.references.filter(({ source, ref }) => {
    const target = splitRef(source.file, ref);
    return target === undefined || opened.sources.has(target.file);
  });
  return { ...opened, references };
}

/** Whether a file of this name is YAML or JSON; anything else, such as the Markdown of a description, is a text. */
function isStructured(file: string): boolean {
  const name = file.slice(file.lastIndexOf("/") + 1);
  return !name.includes(".") || /\.(ya?ml|json)$/i.test(name);
}

type Attempt<T> = { ok: true; value: T } | { ok: false; reason: unknown };

function attempt<T>(run: () => T): Attempt<T> {
  try {
    return { ok: true, value: run() };
  } catch (reason) {
    return { ok: false, reason };
  }
}

function parse(file: string, text: string, isEntry: boolean): Source | SourceError {
  if (!isEntry && !isStructured(file)) return textSource(file, text);
  try {
    return parseSource(file, text);
  } catch (error) {
    if (error instanceof SourceError) return error;
    throw error;
  }
}

/** What is wrong with a reference that leaves the document. */
function refusal(kind: "$ref" | "mapping" | "externalValue", reference: Reference): Finding | undefined {
  const { ref } = reference;
  const word = { $ref: "The $ref", mapping: "The mapping to", externalValue: "The externalValue" }[kind];
  if (isUrl(ref) && kind !== "$ref") {
    const message = `${word} ${JSON.stringify(ref)} is a URL, which is not opened: nothing is checked behind it.`;
    return { ...referenceFinding("ref-external", reference, message), severity: "info" };
  }
  if (isUrl(ref) || !isAbsolute(ref)) return undefined;
  const message = `${word} ${JSON.stringify(ref)} is an absolute path, which others do not have: write it relative to this file.`;
  return referenceFinding("ref-external", reference, message);
}

function unreadable(file: string, reason: unknown, from: Reference | undefined): Finding {
  const isAbsent = reason instanceof Error && "code" in reason && reason.code === "ENOENT";
  const why = isAbsent ? "there is no such file" : reason instanceof Error ? reason.message : String(reason);
  const rule = "source-unreadable";
  if (from) {
    const written = from.ref.replace(/#.*/s, ""); // as its author knows it, wherever the command was started
    const message = `${written} cannot be read (${why}). Create or repair it, or correct this reference.`;
    return referenceFinding(rule, from, message);
  }
  const message = `${file} cannot be read (${why}). Check the path.`;
  return { rule, severity: "error", file, line: 1, column: 1, pointer: "", message };
}

/** Whether nothing but space and comments stands in a file of YAML or JSON. */
function isEmpty({ data, text }: Source): boolean {
  return (data === null || data === undefined) && /^\ufeff?(?:\s|#.*|---)*$/.test(text);
}

function empty(file: string): Finding {
  const message =
    "This file is empty, and something refers to it. Write what is meant to be here, or take the reference out.";
  return { rule: "source-empty", severity: "error", file, line: 1, column: 1, pointer: "", message };
}

function malformed({ file, position, message }: SourceError): Finding {
  const format = isCalledJson(file) ? "JSON" : "YAML";
  const text = `This file is not valid ${format}: ${message} Correct it here.`;
  return { rule: "source-syntax", severity: "error", file, ...position, pointer: "", message: text };
}

/** Everything in the file is known, so this is a warning; those who read it by its name get nothing. */
function onlyYaml(file: string, { position, message }: NonNullable<Source["flaw"]>): Finding {
  const text = `This file is called JSON and is YAML: ${message}. Parsers of JSON refuse it; correct it here, or rename the file.`;
  return { rule: "source-syntax", severity: "warning", file, ...position, pointer: "", message: text };
}

/** A finding about a reference, on its line. */
export function referenceFinding(rule: string, { source, pointer }: Reference, message: string): Finding {
  return { rule, severity: "error", file: source.file, ...source.locate(pointer), pointer, message };
}
