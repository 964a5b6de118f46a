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
  /** Whether `err` is a terminal with a person in front of it, so that progress may be shown and overwritten. */
  interactive: boolean;
  /** All of standard input, which is UTF-8 or, with a byte order mark, UTF-16. */
  readStdin(): Promise<string>;
}

export interface OptionSpec {
  type: "string" | "boolean" | "number";
  description: string;
  /** Placeholder for the value in the help, such as `port`. */
  value?: string;
  /** The only values allowed. */
  choices?: readonly string[];
  /** Smallest number allowed; numbers are whole. */
  min?: number;
  default?: string | number;
}

export interface PositionalSpec {
  name: string;
  description: string;
  /** Takes all remaining arguments, at least one. */
  many?: boolean;
  /** May be left out; with `many`, there may be none. */
  optional?: boolean;
}

/** The arguments of one call, checked against the command's specification. */
export interface Arguments {
  positionals: string[];
  /** The value of an option of type string; its default, or the empty string, when it is absent. */
  text(name: string): string;
  /** Every value of an option that may be given several times; none when it is absent. */
  texts(name: string): string[];
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

/** Something the user can fix: shown as one message without a stack, exit status 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
