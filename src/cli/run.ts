import { ContractError } from "../document/index.ts";
import { ConfigurationError } from "../lint/index.ts";
import { formatFindings, nearest } from "../report/index.ts";
import { readArguments } from "./arguments.ts";
import { type Command, type ExitCode, type Terminal, UsageError } from "./command.ts";
import { commandHelp, type Program, programHelp } from "./help.ts";
import { tool } from "./package.ts";
import { describeSystemError } from "./system-error.ts";

/** Runs a program of several commands: `program <command> [arguments]`. */
export async function runProgram(
  program: Program,
  argv: readonly string[],
  terminal: Terminal,
): Promise<ExitCode> {
  const [name, ...rest] = argv;
  if (name === undefined) {
    terminal.err(programHelp(program)); // no result was asked for
    return 2;
  }
  if (name === "--help" || name === "-h" || name === "help") {
    terminal.out(programHelp(program));
    return 0;
  }
  if (name === "--version" || name === "-v") {
    terminal.out(`${program.version}\n`);
    return 0;
  }
  const command = program.commands.find((candidate) => candidate.name === name);
  if (command) return runCommand(`${program.name} ${name}`, { command, argv: rest, terminal });
  return fail(terminal, unknownCommand(name, program), `${program.name} --help`);
}

function unknownCommand(name: string, { commands }: Program): string {
  const names = commands.map((command) => command.name);
  const isOption = name.startsWith("-");
  const [best] = nearest(name, isOption ? ["--help", "--version", ...names] : names);
  const hint = best === undefined ? `The commands are ${names.join(", ")}.` : `Did you mean ${best}?`;
  return `Unknown ${isOption ? "option" : "command"} ${name}. ${hint}`;
}

export interface CommandCall {
  command: Command;
  argv: readonly string[];
  terminal: Terminal;
}

/**
 * Runs one command. What the user can fix (wrong arguments, a document that cannot be read, an error of the file system)
 * becomes a message and an exit status.
 * @param usage what the user types before the arguments, such as `cstar-contract lint` or `npm run lint --`.
 * @throws any other error, as a fault of the program.
 */
export async function runCommand(usage: string, { command, argv, terminal }: CommandCall): Promise<ExitCode> {
  if (asksForHelp(argv)) {
    terminal.out(commandHelp(usage, command));
    return 0;
  }
  try {
    return await command.run(readArguments(command, argv), terminal);
  } catch (error) {
    const status = reportKnown(error, terminal, `${usage} --help`);
    if (status === undefined) throw error;
    return status;
  }
}

/**
 * Tells the user about an error that they can fix.
 * @param help where they can read on, when their arguments are wrong.
 * @returns the exit status that it stands for; undefined for any other error, which is a fault of the program.
 */
export function reportKnown(error: unknown, terminal: Terminal, help?: string): ExitCode | undefined {
  if (error instanceof UsageError) return fail(terminal, error.message, help);
  if (error instanceof ConfigurationError) return fail(terminal, error.message);
  if (error instanceof ContractError) {
    const { err, styleErr: style } = terminal;
    err(formatFindings(error.findings, { format: "stylish", tool, style }));
    return 1;
  }
  const sentence = describeSystemError(error);
  return sentence === undefined ? undefined : fail(terminal, sentence);
}

// Behind `--` stand operands, whatever they look like.
function asksForHelp(argv: readonly string[]): boolean {
  const end = argv.indexOf("--");
  const options = end < 0 ? argv : argv.slice(0, end);
  return options.includes("--help") || options.includes("-h");
}

function fail({ err, styleErr }: Terminal, message: string, help?: string): ExitCode {
  err(`${styleErr("red", "error:")} ${message}\n${help === undefined ? "" : `See: ${help}\n`}`);
  return 2;
}
