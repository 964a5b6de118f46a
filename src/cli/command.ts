import type { StyleText } from "../report/index.ts";

/** 0: fine. 1: findings. 2: could not run. */
export type ExitCode = 0 | 1 | 2;

/** What a command may talk to. Results go to `out`, everything else to `err`. */
export interface Terminal {
  out(text: string): void;
  err(text: string): void;
  /** Styles text for `out` and for `err`; changes nothing in a pipe or under NO_COLOR. */
  style: StyleText;
  styleErr: StyleText;
  /** Whether `err` is a terminal that a person looks at, so that progress may be shown and overwritten. */
  interactive: boolean;
  /** All of standard input, as UTF-8. */
  readStdin(): Promise<string>;
}

export interface OptionSpec {
  type: "string" | "boolean" | "number";
  description: string;
  /** How the value is called in the help, such as `port`. */
  value?: string;
  /** The only words it may be. */
  choices?: readonly string[];
  /** Smallest number it may be; numbers are whole. */
  min?: number;
  default?: string | number;
}

export interface PositionalSpec {
  name: string;
  description: string;
  /** Takes all that follow, at least one. */
  many?: boolean;
}

/** The arguments of one call, checked against the command's specification. */
export interface Arguments {
  positionals: string[];
  /** An option of type string; its default, or the empty string, when it is not given. */
  text(name: string): string;
  number(name: string): number;
  flag(name: string): boolean;
}

export interface Command {
  name: string;
  /** One line for the overview. */
  summary: string;
  /** Paragraphs below the usage line of its own help. */
  details?: string;
  positionals?: readonly PositionalSpec[];
  options?: Readonly<Record<string, OptionSpec>>;
  examples?: readonly string[];
  run(args: Arguments, terminal: Terminal): Promise<ExitCode>;
}

/** Something that the user can put right: shown as one message without a stack, exit status 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
