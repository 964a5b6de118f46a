import { type Fail, parseJsonSource } from "./json-source.ts";
import { type Source, SourceError } from "./source.ts";
import { parseYamlSource } from "./yaml-source.ts";

/**
 * Parses `text`, the content of `file`. JSON is read as YAML, of which it is a part. Keys are always texts (`200` and
 * `'200'` are the same key, and so a mistake), because that is what they are in JSON.
 * @throws SourceError with the first mistake's position.
 */
export function parseSource(file: string, text: string): Source {
  return parseJsonSource(file, text, failIn(file, text)) ?? parseYamlSource(file, text);
}

function failIn(file: string, text: string): Fail {
  return (at, message) => {
    const lines = text
      .replace(/^\ufeff/, "")
      .slice(0, at)
      .split("\n");
    throw new SourceError(
      file,
      { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 },
      `${message}.`,
    );
  };
}
