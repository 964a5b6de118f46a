import { type Command, main, runCommand, UsageError } from "../src/cli/index.ts";
import { exists } from "./disk.ts";
import { project } from "./project.ts";

/** Runs a command as the npm script of its name. */
export async function runScript(command: Command): Promise<void> {
  await main((argv, terminal) =>
    runCommand(`npm run ${command.name} --`, { command: inProject(command), argv, terminal }),
  );
}

/** Every path is relative to the project's folder, into which npm changes; whoever starts a script without npm may not be there. */
function inProject(command: Command): Command {
  return {
    ...command,
    async run(args, terminal) {
      if (exists(project.entry)) return command.run(args, terminal);
      throw new UsageError(
        `There is no ${project.entry} in ${process.cwd()}. Change into the folder of the project, then run this again.`,
      );
    },
  };
}

const PARENT_CHECK_MS = 500;

/**
 * Ends this process when the one that started it has ended. npm starts a shell that starts the script, and whoever ends npm
 * ends that shell alone; a server would keep its port for ever. (`exec` in the script would do it, but not in Windows' cmd.)
 */
export function endWithParent(): void {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, "SIGTERM");
  }, PARENT_CHECK_MS).unref();
}
