import { styleFor } from "../report/index.ts";
import type { ExitCode, Terminal } from "./command.ts";

/** The terminal of this process. */
export function processTerminal(): Terminal {
  const { stdin, stdout, stderr } = process;
  return {
    out: (text) => stdout.write(text),
    err: (text) => stderr.write(text),
    style: styleFor(stdout),
    styleErr: styleFor(stderr),
    interactive: stderr.isTTY === true && process.env.TERM !== "dumb",
    async readStdin() {
      let text = "";
      stdin.setEncoding("utf8");
      for await (const chunk of stdin) text += chunk;
      return text;
    },
  };
}

/**
 * Runs a program's main function on this process and ends with its exit status. Whatever it throws is a fault of the
 * program: the stack is for its maintainers, the exit status says that it could not run.
 */
export async function main(
  run: (argv: readonly string[], terminal: Terminal) => Promise<ExitCode>,
): Promise<void> {
  process.stdout.on("error", endOnWriteError);
  process.stderr.on("error", endOnWriteError);
  try {
    process.exitCode = await run(process.argv.slice(2), processTerminal());
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    process.exitCode = 2;
  }
}

// A reader such as `head` may close the pipe early; that is its right and no fault of ours. Nothing more can be said
// to anyone after a write has failed, so an exit status is all that tells of a full disk.
function endOnWriteError(error: NodeJS.ErrnoException): never {
  process.exit(error.code === "EPIPE" ? undefined : 2);
}
