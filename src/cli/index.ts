export {
  type Arguments,
  type Command,
  type ExitCode,
  type OptionSpec,
  type Terminal,
  UsageError,
} from "./command.ts";
export { decodeExactly } from "./decode.ts";
export { commandHelp, type Program, programHelp } from "./help.ts";
export { tool } from "./package.ts";
export { reportKnown, runCommand, runProgram } from "./run.ts";
export { reasonOf, withPath } from "./system-error.ts";
export { main } from "./terminal.ts";
