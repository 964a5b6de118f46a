import { styleFor } from "../report/index.ts";
import type { ExitCode, Terminal } from "./command.ts";
import { decode } from "./decode.ts";
import { describeSystemError, withPath } from "./system-error.ts";

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
      const chunks: Uint8Array[] = [];
      for await (const chunk of stdin) chunks.push(chunk);
      return decode(Buffer.concat(chunks));
    },
  };
}

/**
 * Runs the main function of a program in this process and sets its exit status. Whatever it throws is a fault of the
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

// A reader such as `head` may close the pipe early, which is no error. A full disk is one, if only stderr can still say so.
function endOnWriteError(error: NodeJS.ErrnoException): never {
  if (error.code === "EPIPE") process.exit();
  process.stderr.write(`error: ${describeSystemError(withPath(error, "The output")) ?? error.message}\n`);
  process.exit(2);
}
