import { type Fail, jsonFault, parseJsonSource } from "./json-source.ts";
import { type Position, type Source, SourceError } from "./source.ts";
import { parseYamlSource } from "./yaml-source.ts";

/**
 * Parses `text`, the content of `file`. JSON is read as YAML, of which it is a part; what only YAML allows is a flaw in a file
 * that is called JSON. Keys are always texts (`200` and `'200'` are the same key, and so a mistake), because that is what
 * they are in JSON.
 * @throws SourceError with the first mistake's position.
 */
export function parseSource(file: string, text: string): Source {
  const json = parseJsonSource(file, text, failIn(file, text));
  if (json) return json;
  const source = parseYamlSource(file, text);
  const fault = isCalledJson(file) && Object(source.data) === source.data ? jsonFault(text) : undefined;
  return fault
    ? { ...source, flaw: { message: fault.message, position: positionIn(text, fault.at) } }
    : source;
}

/** Whether a file has a name by which everybody takes it for JSON. */
export function isCalledJson(file: string): boolean {
  return /\.json$/i.test(file);
}

function failIn(file: string, text: string): Fail {
  return (at, message) => {
    throw new SourceError(file, positionIn(text, at), `${message}.`);
  };
}

function positionIn(text: string, at: number): Position {
  const lines = text
    .replace(/^\ufeff/, "")
    .slice(0, at)
    .split("\n");
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
