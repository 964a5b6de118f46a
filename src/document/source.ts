/** Where a value stands: a file and an RFC 6901 pointer into it. */
export interface SourceLocation {
  file: string;
  pointer: string;
}

/** Names a location, such as `a.yaml#/b/0`. */
export function locationKey({ file, pointer }: SourceLocation): string {
  return `${file}#${pointer}`;
}

/** Line and column, both from 1. */
export interface Position {
  line: number;
  column: number;
}

/** One YAML or JSON file, parsed, which can tell the position of everything in it. */
export interface Source {
  file: string;
  text: string;
  /** The parsed value. */
  data: unknown;
  /** What keeps a file whose name says JSON from being JSON, although a reader of YAML takes it. */
  flaw?: { position: Position; message: string } | undefined;
  /** Position of the key (or list item) that `pointer` names; of its nearest existing parent if it names nothing. */
  locate(pointer: string): Position;
}

/** Parsed files, by path. */
export type Files = ReadonlyMap<string, Pick<Source, "data">>;

/** A file that is not YAML or JSON; `position` is where reading stopped. */
export class SourceError extends Error {
  override readonly name = "SourceError";
  readonly file: string;
  readonly position: Position;
  constructor(file: string, position: Position, message: string) {
    super(message);
    this.file = file;
    this.position = position;
  }
}

/** A file that is neither YAML nor JSON, such as the Markdown of a description: its text is its value. */
export function textSource(file: string, text: string): Source {
  return { file, text, data: text, locate: () => ({ line: 1, column: 1 }) };
}
