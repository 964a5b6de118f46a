import { readArguments } from "./arguments.ts";
import { type Command, type ExitCode, type Terminal, UsageError } from "./command.ts";
import { commandHelp, type Program, programHelp } from "./help.ts";

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
  if (command) return runCommand(program.name, { command, argv: rest, terminal });
  const names = program.commands.map((candidate) => candidate.name).join(", ");
  return fail(
    terminal,
    `There is no command ${JSON.stringify(name)}; there are ${names}.`,
    `${program.name} --help`,
  );
}

export interface CommandCall {
  command: Command;
  argv: readonly string[];
  terminal: Terminal;
}

/** Runs one command; `prefix` is what the user types before its name. */
export async function runCommand(
  prefix: string,
  { command, argv, terminal }: CommandCall,
): Promise<ExitCode> {
  if (argv.includes("--help") || argv.includes("-h")) {
    terminal.out(commandHelp(prefix, command));
    return 0;
  }
  try {
    return await command.run(readArguments(command, argv), terminal);
  } catch (error) {
    const help = [prefix, command.name, "--help"].filter((part) => part !== "").join(" ");
    if (error instanceof UsageError) return fail(terminal, error.message, help);
    throw error;
  }
}

function fail({ err, styleErr }: Terminal, message: string, help: string): ExitCode {
  err(`${styleErr("red", "error:")} ${message}\nSee: ${help}\n`);
  return 2;
}
